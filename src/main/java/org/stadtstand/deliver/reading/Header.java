package org.stadtstand.deliver.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stadtstand.deliver.description.Dialect;
import org.stadtstand.deliver.description.KnownNames;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.ground.text.InvisibleCharacters;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;

/** The first line of a table: the position of each column, and whether they are the agreed ones. */
final class Header {

  private static final String DELIMITERS = ",;\t|";

  private final List<String> names;
  private final Map<String, Integer> positions = new HashMap<>();

  Header(List<String> names) {
    this.names = names.stream().map(InvisibleCharacters::strip).toList();
    for (int i = 0; i < this.names.size(); i++) {
      positions.putIfAbsent(this.names.get(i), i);
    }
  }

  /** The column's position, counted from 0; -1 if it is absent. */
  int position(String column) {
    return positions.getOrDefault(column, -1);
  }

  int size() {
    return names.size();
  }

  /** Whether a row is this header, once more. */
  boolean isRepeatedBy(List<String> fields) {
    return fields.size() == names.size()
        && fields.stream().map(InvisibleCharacters::strip).toList().equals(names);
  }

  /**
   * Reports what is wrong with the header; returns whether the rows can be read.
   *
   * @param given columns whose values come from elsewhere
   */
  boolean check(
      RecordType type, Set<String> given, Dialect dialect, String file, Findings findings) {
    if (wrongDelimiter(dialect, file, findings)) {
      return false;
    }
    Set<String> expected = expected(type, given);
    boolean good = known(type, expected, file, findings);
    for (String column : required(type, given)) {
      if (position(column) < 0) {
        findings.add(TableRule.MISSING_COLUMN, new FindingPlace(file, 1, 0, column), column);
        good = false;
      }
    }
    return good;
  }

  private boolean wrongDelimiter(Dialect dialect, String file, Findings findings) {
    if (names.size() > 1) {
      return false;
    }
    for (char other : DELIMITERS.toCharArray()) {
      if (other != dialect.delimiter() && names.getFirst().indexOf(other) >= 0) {
        findings.add(
            TableRule.WRONG_DELIMITER,
            FindingPlace.line(file, 1),
            shown(other),
            shown(dialect.delimiter()));
        return true;
      }
    }
    return false;
  }

  private static Text shown(char delimiter) {
    return delimiter == '\t'
        ? new Text("Tabulator", "a tab")
        : new Text("„" + delimiter + "“", "“" + delimiter + "”");
  }

  private boolean known(RecordType type, Set<String> expected, String file, Findings findings) {
    boolean good = true;
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      FindingPlace place = new FindingPlace(file, 1, i + 1, name);
      if (!seen.add(name)) {
        findings.add(TableRule.COLUMN_TWICE, place, name);
        good = false;
      } else if (!expected.contains(name)) {
        Text hint = KnownNames.columns(type, expected).hint(name);
        findings.add(TableRule.UNKNOWN_COLUMN, place, name, type.table(), hint);
        good = false;
      }
    }
    return good;
  }

  static LinkedHashSet<String> expected(RecordType type, Set<String> given) {
    LinkedHashSet<String> expected =
        type.columns().stream()
            .map(Column::name)
            .filter(name -> !given.contains(name))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (type.hasOwnKey()) {
      expected.addFirst("key");
    }
    return expected;
  }

  private static List<String> required(RecordType type, Set<String> given) {
    List<String> required = new ArrayList<>();
    if (type.hasOwnKey()) {
      required.add("key");
    }
    for (Column column : type.columns()) {
      boolean falls = column.defaultValue() != null || column.name().equals("source");
      if (column.required() && !falls && !given.contains(column.name())) {
        required.add(column.name());
      }
    }
    return required;
  }
}
