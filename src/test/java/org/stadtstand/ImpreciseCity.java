package org.stadtstand;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.stadtstand.deliver.reading.DeliveryFolder;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.ScannedRooms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The deliveries of the demo city with dates that are known in every possible way, with figures of
 * every nature, and with half of what was said in other words. Whatever a table declares is
 * rewritten, so that a new column takes part without being named here.
 */
final class ImpreciseCity {

  static final String KEY = "ungefaehr";

  private static final Path ORIGINAL = Path.of("seed-data/musterstadt");

  /** Every month has its own way, so that dates of one order keep it. */
  private static final List<String> WAYS =
      List.of("day", "month", "latest", "between", "day", "latest", "month", "between", "latest");

  private final RecordTypes types = new RecordTypes(ScannedRooms.all());
  private final Path folder;
  private final Set<String> unmoved = new HashSet<>();
  private int flags;
  private int figures;

  private ImpreciseCity(Path folder) {
    this.folder = folder;
  }

  /** Writes all deliveries below the folder, and returns theirs. */
  static Path write(Path folder) {
    ImpreciseCity city = new ImpreciseCity(folder.resolve(KEY));
    try (Stream<Path> deliveries = Files.list(ORIGINAL)) {
      for (Path delivery : deliveries.filter(Files::isDirectory).sorted().toList()) {
        city.rewrite(delivery);
      }
      return city.folder;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void rewrite(Path delivery) throws IOException {
    JsonNode description =
        JsonMapper.builder().build().readTree(delivery.resolve("datapackage.json"));
    JsonNode own = description.get("stadtstand");
    LocalDate standsFor = LocalDate.parse(own.at("/release/standsFor").asString());
    DeliveryFolder written =
        new DeliveryFolder(folder, delivery.getFileName().toString())
            .with("name", "\"%s\"".formatted(KEY))
            .with("municipality", "\"%s\"".formatted(KEY))
            .with("standing", "\"EDITORIAL\"")
            .with("attribution", "\"Erfunden\"")
            .with("defaultSource", own.get("defaultSource").toString())
            .with(
                "release",
                own.get("release").toString().replace(standsFor.toString(), "" + after(standsFor)));
    for (JsonNode resource : description.get("resources")) {
      String table = resource.get("name").asString();
      written.table(table, table(table, delivery.resolve(resource.get("path").asString())));
    }
    written.write();
  }

  /** No date of a row ends in the middle of a month, so that this day can be told from them. */
  private static LocalDate after(LocalDate standsFor) {
    return standsFor.plusDays(15);
  }

  private String table(String table, Path file) throws IOException {
    StringWriter written = new StringWriter();
    RecordType type = types.find(table).orElse(null);
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file);
        CsvWriter csv = CsvWriter.builder().build(written)) {
      List<String> names = new ArrayList<>();
      for (CsvRecord row : rows) {
        if (names.isEmpty()) {
          names.addAll(row.getFields());
          csv.writeRecord(names);
        } else {
          flags++;
          List<String> cells = new ArrayList<>();
          for (int i = 0; i < names.size(); i++) {
            Column column = type == null ? null : type.column(names.get(i)).orElse(null);
            cells.add(
                type == null || column == null
                    ? row.getField(i)
                    : cell(type, column, row.getField(i)));
          }
          if (stays(table, names, cells)) {
            csv.writeRecord(table.equals("municipality") ? municipality(names, cells) : cells);
          }
        }
      }
    }
    return written.toString();
  }

  /**
   * What moves within a year of which nobody knows more does not move, and nothing is said of it.
   */
  private boolean stays(String table, List<String> names, List<String> cells) {
    if (table.equals("schedule_revision")
        && cells.get(names.indexOf("old_on")).equals(cells.get(names.indexOf("new_on")))) {
      unmoved.add(cells.get(names.indexOf("key")));
    }
    return cells.stream().noneMatch(unmoved::contains);
  }

  private static List<String> municipality(List<String> names, List<String> cells) {
    cells.set(names.indexOf("key"), KEY);
    cells.set(names.indexOf("ags"), "98999999");
    cells.set(names.indexOf("ars"), "989999999999");
    cells.set(names.indexOf("name_de"), "Ungefähr");
    return cells;
  }

  private String cell(RecordType type, Column column, String value) {
    boolean quotes =
        type.columns().stream().anyMatch(other -> column.name().equals(other.quotedIf()));
    return switch (column.kind()) {
      case PARTIAL_DATE -> value.matches("\\d{4}-\\d\\d-\\d\\d") ? date(value).toString() : value;
      // Days in the publisher's own words would count as known.
      case TEXT ->
          value.replaceAll("\\d{4}-\\d\\d-\\d\\d", "…").replace("Stabsstelle", "Stadtverwaltung");
      case BOOLEAN -> quotes ? String.valueOf(flags % 2 == 0) : value;
      case CHOICE -> choice(type, column, value);
      default -> value;
    };
  }

  /** Every nature in turn but the demo city's own. */
  private String nature(List<String> allowed) {
    List<String> others = allowed.stream().filter(one -> !one.equals("SYNTHETIC")).toList();
    return others.get(figures++ % others.size());
  }

  /** Any nature, with a source and a qualifier that any can have. */
  private String choice(RecordType type, Column column, String value) {
    return switch (column.name()) {
      case "nature" -> nature(column.allowed());
      case "qualifier" -> value.isEmpty() || value.equals("EXACT") ? "ABOUT" : value;
      case "kind" -> type.table().equals("source") ? "OFFICIAL_PAGE" : value;
      default -> value;
    };
  }

  /** The same days in the same way, wherever they stand; what is not exact ends with a month. */
  private static PartialDate date(String value) {
    LocalDate day = LocalDate.parse(value);
    YearMonth month = YearMonth.from(day);
    LocalDate end = month.atEndOfMonth();
    int number = month.getMonthValue();
    if (number == 12 && month.getYear() % 2 == 1) {
      return PartialDate.parse(String.valueOf(month.getYear()));
    }
    if (number % 3 == 0 && month.getYear() % 2 == 0) {
      return PartialDate.parse(month.getYear() + "-Q" + number / 3);
    }
    if (number % 3 == 2 && month.getYear() % 2 == 1) {
      YearMonth first = month.minusMonths(2);
      return PartialDate.parse(first.getYear() + "-2" + first.getMonthValue() / 3);
    }
    return switch (WAYS.get((month.getYear() * 12 + number) % WAYS.size())) {
      case "month" -> PartialDate.parse(month.toString());
      case "latest" -> PartialDate.parse("../" + end);
      case "between" -> new PartialDate(day.minusDays(40), end);
      default -> PartialDate.day(day);
    };
  }
}
