package org.stadtstand.deliver.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.stadtstand.deliver.finding.FindingLevel;
import org.stadtstand.deliver.finding.Rule;
import org.stadtstand.deliver.finding.Stage;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Column.Kind;
import org.stadtstand.record.declaration.Doubt;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/** Names the doubtful ones among the rows that a delivery begins. */
final class DoubtCheck {

  private static final String DOUBTFUL =
      """
      select l.line, l.key{told} from {listed} l
      join release r on r.id = :release
      join lateral (
        select * from {table} s where s.record = l.record and s.since = :release offset 0
      ) t on not l.bad
      {rows}
      order by l.line
      """;

  // Two letters around the question mark, and no address: "Gro?projekt", never "index.php?id".
  private static final String LOST =
      "from regexp_matches({text}, '(?<![^\\s(„\"])[[:alpha:]]+\\?[[:alpha:]]+(?=[\\s.,;:)“\"]|$)')"
          + " m limit 1) f where {text} like '%?%'";

  private static final String MAIL =
      "from regexp_matches({text}, '[[:alnum:]._%+-]+@[[:alnum:]-]+(?:\\.[[:alnum:]-]+)+')"
          + " m limit 1) f where {text} like '%@%'";

  // With an area code that is set apart; "0123/2024" is the number of a paper.
  private static final String PHONE =
      "from regexp_matches({text}, '(?<![\\w./-])(?:(?:\\+|00)[1-9][\\d ()/–-]{7,}\\d"
          + "|(?:0[1-9]\\d{1,4}|\\(0[1-9](?: ?\\d){1,4}\\))(?: ?[/–-] ?| )"
          + "(?!(?:19|20)\\d\\d(?:\\D|$))\\d(?:[ –-]?\\d){4,})(?![\\w/])')"
          + " m limit 1) f where {text} ~ '\\d[ \\d()/–-]{5,}\\d'";

  private final Draft draft;

  DoubtCheck(Draft draft) {
    this.draft = draft;
  }

  /** All that can be doubtful: what rooms declare, and what no text should contain. */
  static List<Doubt> all(RecordTypes types, List<Doubt> declared) {
    return Stream.concat(
            declared.stream(), types.all().stream().flatMap(type -> texts(type).stream()))
        .toList();
  }

  private static List<Doubt> texts(RecordType type) {
    return type.columns().stream()
        .filter(
            column ->
                column.kind() == Kind.LIST
                    || column.kind() == Kind.TEXT && column.pattern() == null)
        .flatMap(column -> Stream.of(mail(type, column), phone(type, column), lost(type, column)))
        .toList();
  }

  private static Doubt mail(RecordType type, Column column) {
    return text(
        "mail-address",
        type,
        column,
        MAIL,
        new Text(
            "In „%s“ steht die Mailadresse „%s“. Veröffentlicht werden Stellen, keine Personen.",
            "“%s” contains the mail address “%s”. Bodies are published, not persons."));
  }

  private static Doubt phone(RecordType type, Column column) {
    return text(
        "telephone-number",
        type,
        column,
        PHONE,
        new Text(
            "In „%s“ steht die Telefonnummer „%s“. Veröffentlicht werden Stellen, keine Personen.",
            "“%s” contains the telephone number “%s”. Bodies are published, not persons."));
  }

  private static Doubt lost(RecordType type, Column column) {
    return text(
        "lost-letter",
        type,
        column,
        LOST,
        new Text(
            "In „%s“ steht „%s“: Dort ist wohl ein Buchstabe verloren gegangen.",
            "“%s” contains “%s”: a letter was probably lost there."));
  }

  private static Doubt text(
      String code, RecordType type, Column column, String found, Text sentence) {
    String text =
        column.kind() == Kind.LIST
            ? "array_to_string(l.%s, ' | ')".formatted(column.name())
            : "l." + column.name();
    return new Doubt(
        code,
        type.table(),
        column.name(),
        // Of the rows as delivered, so that the simple condition at its end spares the others.
        "cross join lateral (select m[1] as found " + found.replace("{text}", text),
        List.of("f.found"),
        sentence);
  }

  void check(List<Doubt> doubts) {
    for (Doubt doubt : doubts) {
      TableSql table = draft.tables().get(doubt.table());
      if (draft.isDelivered(table.type())) {
        String told = doubt.told().isEmpty() ? "" : ", " + String.join(", ", doubt.told());
        draft.each(
            table.template(DOUBTFUL.replace("{told}", told).replace("{rows}", doubt.rows())).sql(),
            row -> report(doubt, table, row));
      }
    }
  }

  private void report(Doubt doubt, TableSql table, ResultSet row) throws SQLException {
    Object[] values = new Object[1 + doubt.told().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.getString(2 + i);
    }
    draft
        .findings()
        .add(new Declared(doubt), draft.place(table, row.getLong("line"), doubt.column()), values);
  }

  /** The rule by which a doubt is found. */
  private record Declared(Doubt doubt) implements Rule {

    @Override
    public String name() {
      return doubt.code();
    }

    @Override
    public String code() {
      return doubt.code();
    }

    @Override
    public RuleText wording() {
      return new RuleText(FindingLevel.WARNING, Stage.COMPARISON, doubt.sentence());
    }
  }
}
