package org.stadtstand.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One public service of the demo city, a line of {@code services.csv}. Its place in the list
 * decides what becomes of it: the first 75 are the most requested, the next 240 are online with
 * breaks.
 */
record CityOffer(int index, String key, Map<String, String> cells) {

  static final int REQUESTED = 75;
  static final int ONLINE = 240;

  /** The real catalogue renamed these keys; the old ones stay valid for the time before. */
  static final Map<String, String> NEW_LEIKA =
      Map.of("99107023017000", "99107023037000", "99102013002000", "99102013104000");

  static final List<CityOffer> ALL = read();

  private static List<CityOffer> read() {
    List<Map<String, String>> rows = Texts.rows("services.csv");
    List<CityOffer> services =
        IntStream.range(0, rows.size())
            .mapToObj(
                i ->
                    new CityOffer(
                        i, "demo-" + Texts.slug(cell(rows.get(i), "name_de")), rows.get(i)))
            .toList();
    Set<String> keys = Set.copyOf(services.stream().map(CityOffer::key).toList());
    if (keys.size() != services.size()) {
      throw new IllegalStateException("Two services of services.csv share a key");
    }
    return services;
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  String get(String column) {
    return cell(cells, column);
  }

  boolean mostRequested() {
    return index < REQUESTED;
  }

  boolean onlineWithBreaks() {
    return !mostRequested() && index < REQUESTED + ONLINE;
  }

  /** The release that first lists it; a few services came to the portal later than the rest. */
  int listed() {
    return index < 300 || index >= 312 ? 0 : index < 306 ? 2 : 6;
  }

  /** The release in which another office takes over, or -1. */
  int handover() {
    return index % 67 == 9 ? 2 : index % 67 == 40 ? 6 : -1;
  }
}
