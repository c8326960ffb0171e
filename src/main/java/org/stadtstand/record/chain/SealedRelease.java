package org.stadtstand.record.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.time.Seal;

/** A release with its stored seal, whose text may be anything. */
record SealedRelease(int id, int number, Seal stored) {

  private static final Pattern VALUE = Pattern.compile("\"(\\w+)\":\"([^\"]*)\"");

  private static final Map<String, Text> NAMES =
      Map.of(
          "opened", new Text("begonnene Zeilen", "rows begun"),
          "closed", new Text("beendete Zeilen", "rows ended"),
          "withdrawn", new Text("zurückgezogene Zeilen", "rows withdrawn"),
          "redacted", new Text("Einträge über Zurückgehaltenes", "entries on what is withheld"));

  static List<SealedRelease> all(JdbcClient jdbc, int municipality) {
    return jdbc.sql("select * from release where municipality = :municipality order by number")
        .param("municipality", municipality)
        .query(
            (row, n) -> new SealedRelease(row.getInt("id"), row.getInt("number"), Seal.read(row)))
        .list();
  }

  String head() {
    return number + ":" + stored.hash();
  }

  /** What is wrong with the release as a whole, compared with the seal its rows produce now. */
  List<Text> faults(int expected, Seal made) {
    List<Text> faults = new ArrayList<>();
    if (number != expected) {
      faults.add(missing(expected));
    }
    if (!Sha256.hex(stored.text()).equals(stored.hash())) {
      faults.add(fault("der Hash ist nicht der des Siegels", "the hash is not that of the seal"));
    }
    compare(values(stored.text()), values(made.text()), faults);
    if (faults.isEmpty() && !made.equals(stored)) {
      faults.add(fault("das Siegel ist verändert", "the seal was altered"));
    }
    return faults;
  }

  private void compare(Map<String, String> then, Map<String, String> now, List<Text> faults) {
    if (!String.valueOf(now.get("previous")).equals(String.valueOf(then.get("previous")))) {
      faults.add(
          fault("schließt nicht an die Ausgabe davor an", "does not follow on the release before"));
    }
    if (!String.valueOf(now.get("release")).equals(then.get("release"))) {
      faults.add(
          fault(
              "Art, Zeit, Begründung oder Titel geändert",
              "its kind, times, reason or titles were altered"));
    }
    for (String what : NAMES.keySet().stream().sorted().toList()) {
      if (!Objects.equals(now.get(what), then.get(what))) {
        faults.add(rows(NAMES.getOrDefault(what, new Text(what, what)), then, now, what));
      }
    }
  }

  private Text missing(int expected) {
    return fault(
        "eine Ausgabe davor fehlt: " + expected, "a release before it is missing: " + expected);
  }

  private Text rows(Text name, Map<String, String> then, Map<String, String> now, String what) {
    String sealed = then.getOrDefault(what + "_count", "?");
    String there = now.getOrDefault(what + "_count", "?");
    return fault(
        "%s sind nicht die gesiegelten: damals %s, jetzt %s".formatted(name.de(), sealed, there),
        "%s are not those that were sealed: %s then, %s now".formatted(name.en(), sealed, there));
  }

  private Text fault(String de, String en) {
    return fault(number, de, en);
  }

  /** Zero stands for what is in no release of the municipality. */
  static Text fault(int number, String de, String en) {
    return number == 0
        ? new Text("Keine Ausgabe: " + de, "No release: " + en)
        : new Text("Ausgabe %d: %s".formatted(number, de), "Release %d: %s".formatted(number, en));
  }

  private static Map<String, String> values(String text) {
    Map<String, String> values = new TreeMap<>();
    Matcher value = VALUE.matcher(text);
    while (value.find()) {
      values.put(value.group(1), value.group(2));
    }
    return values;
  }
}
