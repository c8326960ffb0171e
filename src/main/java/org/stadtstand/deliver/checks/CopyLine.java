package org.stadtstand.deliver.checks;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.reading.DeliveredRow;
import org.stadtstand.deliver.reading.Reference;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;

/** A row in the text format of {@code COPY}, in the column order of {@link Staging}. */
final class CopyLine {

  private static final String NULL = "\\N";

  private final StringBuilder line = new StringBuilder();

  /** Returns a buffer that the next call overwrites; {@code COPY} reads it at once. */
  CharSequence of(RecordType type, DeliveredRow row) {
    List<Column> columns = type.columns();
    line.setLength(0);
    line.append(type.number()).append('\t').append(row.line()).append('\t');
    escape(row.key());
    line.append('\t').append(row.bad());
    for (int i = 0; i < columns.size(); i++) {
      add(columns.get(i), row.values()[i]);
    }
    return line.append('\n');
  }

  /** A line made of a number and some cells. */
  CharSequence of(long number, @Nullable String... cells) {
    line.setLength(0);
    line.append(number);
    for (String cell : cells) {
      cell(cell);
    }
    return line.append('\n');
  }

  private void add(Column column, @Nullable Object value) {
    switch (column.kind()) {
      case REFERENCE -> {
        Reference reference = (Reference) value;
        cell(reference == null ? null : String.valueOf(reference.type()));
        cell(reference == null ? null : reference.key());
      }
      case PARTIAL_DATE -> {
        PartialDate date = (PartialDate) value;
        cell(date == null ? null : day(date.earliest()));
        cell(date == null ? null : day(date.latest()));
      }
      case LIST -> cell(value == null ? null : array((List<?>) value));
      default -> {
        String text = value == null ? null : value.toString();
        cell(text);
        if (column.sorted()) {
          cell(text == null ? null : SortKey.of(text));
        }
      }
    }
  }

  private static String day(LocalDate day) {
    return day.toString();
  }

  private static String array(List<?> values) {
    StringBuilder array = new StringBuilder("{");
    for (Object value : values) {
      String text = value.toString().replace("\\", "\\\\").replace("\"", "\\\"");
      array.append(array.length() == 1 ? "\"" : ",\"").append(text).append('"');
    }
    return array.append('}').toString();
  }

  private void cell(@Nullable String text) {
    line.append('\t');
    if (text == null) {
      line.append(NULL);
    } else {
      escape(text);
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> line.append(c);
      }
    }
  }
}
