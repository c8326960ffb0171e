package org.stadtstand.deliver.reading;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.description.KnownNames;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.RowRule;

/** The files of a delivery that describe rows of other tables. */
public final class MetaTables {

  public static final RecordType WITHDRAWALS = RecordTypes.WITHDRAWALS;

  public static final RecordType CORRECTIONS =
      RecordType.file(
              "corrections",
              Column.text("table").must(),
              Column.text("row").must(),
              Column.text("field"),
              Column.text("reason").must(),
              Column.reference("source", "source").must(),
              Column.text("note"))
          .build();

  public static final RecordType ACKNOWLEDGEMENTS =
      RecordType.file(
              "acknowledgements",
              Column.text("rule").must(),
              Column.text("table").must(),
              Column.text("row").must(),
              Column.text("reason").must())
          .keyedBy("rule", "table", "row")
          .build();

  /** The table filled from corrections.csv; there is no file of its own name. */
  public static final String CORRECTION = "correction";

  private MetaTables() {}

  static List<RowRule> rules(RecordTypes types) {
    return List.of(
        RowRule.of("withdrawals", "known-table", row -> knownTable(types, row)),
        RowRule.of("corrections", "known-table", row -> knownTable(types, row)),
        RowRule.of("acknowledgements", "known-table", row -> knownTable(types, row)),
        RowRule.of("corrections", "known-field", row -> knownField(types, row)));
  }

  private static @Nullable Text knownTable(
      RecordTypes types, Function<String, @Nullable String> row) {
    String table = row.apply("table");
    if (table == null || types.find(table).isPresent()) {
      return null;
    }
    Text hint = KnownNames.tables(types.all()).hint(table);
    return new Text(
        "Eine Tabelle „%s“ gibt es nicht. %s".formatted(table, hint.de()),
        "There is no table “%s”. %s".formatted(table, hint.en()));
  }

  private static @Nullable Text knownField(
      RecordTypes types, Function<String, @Nullable String> row) {
    String field = row.apply("field");
    RecordType type = types.find(String.valueOf(row.apply("table"))).orElse(null);
    if (type == null || field == null || type.column(field).isPresent()) {
      return null;
    }
    List<String> columns = type.columns().stream().map(Column::name).toList();
    Text hint = KnownNames.columns(type, columns).hint(field);
    return new Text(
        "Die Tabelle %s hat keine Spalte „%s“. %s".formatted(type.table(), field, hint.de()),
        "Table %s has no column “%s”. %s".formatted(type.table(), field, hint.en()));
  }
}
