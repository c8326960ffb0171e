package org.stadtstand.deliver.reading;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.description.Resource;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.deliver.finding.Rule;
import org.stadtstand.ground.text.InvisibleCharacters;
import org.stadtstand.ground.unit.Units;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RowRule;

/** Turns one record of a file into a row, cell by cell, and checks the row on its own. */
final class RowReader {

  /**
   * What is needed to read the rows of a table.
   *
   * @param given the values of columns that come from outside the file
   */
  record Task(
      RecordType type,
      Resource resource,
      Map<String, String> given,
      @Nullable String defaultSource,
      List<RowRule> rules,
      int maxField) {

    String file() {
      return resource.path();
    }
  }

  /** In a table of two columns every line with a comma would look like a row. */
  private static final int FEWEST_COLUMNS = 3;

  private final Task task;
  private final CellReader cells;
  private final Findings findings;
  private final Digest digest;

  /**
   * The row in the agreed form, however the file writes it, for rules and for the key of a link.
   */
  private final Map<String, String> texts = new HashMap<>();

  /** Looked up once a file, as a list may have a thousand values of one unit. */
  private final Set<String> units = new HashSet<>();

  private Header header = new Header(List.of());
  private long line;
  private boolean bad;

  RowReader(Task task, CellReader cells, Findings findings, Digest digest) {
    this.task = task;
    this.cells = cells;
    this.findings = findings;
    this.digest = digest;
  }

  /** Takes the header; returns false if it is so wrong that no row can be read. */
  boolean start(Header header) {
    this.header = header;
    return header.check(
        task.type(), task.given().keySet(), task.resource().dialect(), task.file(), findings);
  }

  boolean isHeader(CsvRecord record) {
    return header.isRepeatedBy(record.getFields());
  }

  void read(CsvRecord record, DeliveredRow.Sink sink) throws IOException {
    line = record.getStartingLineNumber();
    bad = false;
    if (record.getFields().stream().anyMatch(this::holdsRows)) {
      findings.add(TableRule.ROWS_IN_FIELD, FindingPlace.line(task.file(), line));
      bad = true;
    }
    boolean whole = record.getFieldCount() == header.size();
    if (!whole) {
      FindingPlace place = FindingPlace.line(task.file(), line);
      findings.add(TableRule.WRONG_FIELD_COUNT, place, record.getFieldCount(), header.size());
      bad = true;
    }
    List<Column> columns = task.type().columns();
    texts.clear();
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    String key = task.type().hasOwnKey() ? ownKey(record) : null;
    for (int i = 0; i < values.length; i++) {
      values[i] = value(record, columns.get(i), key);
    }
    key = task.type().hasOwnKey() ? key : linkKey();
    if (whole) {
      applyRules();
    }
    if (key != null) {
      digest.row(key, values);
      sink.take(new DeliveredRow(line, key, bad, values));
    }
  }

  /**
   * Whether a line within the field has as many delimiters as a row; prose has blanks after them.
   */
  private boolean holdsRows(String field) {
    int end = field.indexOf('\n');
    if (end < 0 || header.size() < FEWEST_COLUMNS) {
      return false;
    }
    char delimiter = task.resource().dialect().delimiter();
    return field
        .substring(end + 1)
        .lines()
        .anyMatch(
            inner ->
                inner.chars().filter(c -> c == delimiter).count() == header.size() - 1L
                    && inner.indexOf(delimiter + " ") < 0);
  }

  private @Nullable String ownKey(CsvRecord record) {
    int position = header.position("key");
    String text = text(record, "key", position);
    if (text == null) {
      if (!bad) {
        report("key", position, TableRule.MISSING_VALUE, "key");
      }
      return null;
    }
    return (String) valid(cells.key(text), "key", position);
  }

  private @Nullable Object value(CsvRecord record, Column column, @Nullable String key) {
    String name = column.name();
    int position = header.position(name);
    boolean before = bad;
    String text = text(record, name, position);
    if (text == null) {
      text = substitute(column, key);
    }
    if (text == null) {
      // A cell that was already refused must not also be reported as missing.
      if (column.required() && before == bad && position < record.getFieldCount()) {
        report(name, position, TableRule.MISSING_VALUE, name);
      }
      return null;
    }
    Object read = cells.read(column, text);
    texts.put(name, CellReader.written(read, text));
    if (column.kind() == Column.Kind.UNIT && units.add(text) && Units.find(text).isEmpty()) {
      FindingPlace place = new FindingPlace(task.file(), line, position + 1, name);
      findings.add(TableRule.UNKNOWN_UNIT, place, text, Units.hint(text));
    }
    return valid(read, name, position);
  }

  /** Returns null for a faulty cell, after reporting it. */
  private @Nullable Object valid(Object read, String column, int position) {
    if (read instanceof CellReader.Fault fault) {
      report(column, position, fault.rule(), fault.values());
      return null;
    }
    return read;
  }

  /** The value that applies if a cell is empty. */
  private @Nullable String substitute(Column column, @Nullable String key) {
    if (column.name().equals("source") && column.kind() == Column.Kind.REFERENCE) {
      // A source is its own source.
      return task.type().table().equals("source") ? key : task.defaultSource();
    }
    return column.defaultValue() == null ? task.given().get(column.name()) : column.defaultValue();
  }

  private @Nullable String text(CsvRecord record, String column, int position) {
    if (position < 0 || position >= record.getFieldCount()) {
      return null;
    }
    String text = record.getField(position);
    CellReader.Fault garbled = EncodingCheck.fault(text, task.resource().dialect().encoding());
    if (garbled != null) {
      report(column, position, garbled.rule(), garbled.values());
      return null;
    }
    if (text.length() > task.maxField()) {
      report(column, position, TableRule.FIELD_TOO_LONG, text.length(), task.maxField());
      return null;
    }
    String clean = CellReader.clean(text);
    if (clean == null || task.resource().schema().missing().contains(clean)) {
      return null;
    }
    OptionalInt invisible = InvisibleCharacters.first(clean);
    if (invisible.isPresent()) {
      String name = InvisibleCharacters.name(invisible.getAsInt());
      report(column, position, TableRule.INVISIBLE_CHARACTER, clean, name);
      return null;
    }
    return clean;
  }

  /** The values that identify a row without its own key; a lone enum value is lower-cased. */
  private @Nullable String linkKey() {
    List<String> parts = task.type().linkKey();
    StringJoiner key = new StringJoiner("~");
    for (String part : parts) {
      String text = texts.get(part);
      if (text == null) {
        return null;
      }
      key.add(text);
    }
    return parts.size() == 1 ? key.toString().toLowerCase(Locale.ROOT) : key.toString();
  }

  private void applyRules() {
    for (RowRule rule : task.rules()) {
      rule.violation(texts::get)
          .ifPresent(
              sentence -> {
                findings.add(rule.name(), FindingPlace.line(task.file(), line), sentence);
                bad = true;
              });
    }
  }

  private void report(String column, int position, Rule rule, Object... values) {
    findings.add(rule, new FindingPlace(task.file(), line, position + 1, column), values);
    bad = true;
  }
}
