package org.stadtstand.city.evidence;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.RowRule;
import org.stadtstand.record.declaration.SourceRule;

/**
 * How a figure came about, and thereby who vouches for it: a city's own report is not the same
 * evidence as a measurement, and what a newspaper or a rewrite says of the city is neither.
 */
public enum Nature implements LabelledChoice {
  REPORTED("von der Stadt gemeldet", "reported by the city"),
  RELAYED("von Dritten berichtet", "reported by others"),
  MEASURED(
      new Text("Gemessen (Dritte)", "measured (by others)"),
      new Text("von Dritten gemessen", "measured by others"),
      new Text("gemessen", "measured")),
  ESTIMATED("geschätzt", "estimated"),
  DERIVED("berechnet", "calculated"),
  SYNTHETIC(
      new Text("Demodaten", "demo data"),
      new Text("Demodaten", "demo data"),
      new Text("Demodaten, frei erfunden", "demo data, invented"));

  /** The city's own report stands in a source of the city. */
  private static final String OTHER_SOURCE =
      "t.nature = 'REPORTED' and s.kind in (%s)"
          .formatted(
              Arrays.stream(SourceKind.values())
                  .filter(kind -> !kind.ofTheCity())
                  .map(kind -> "'" + kind + "'")
                  .collect(Collectors.joining(", ")));

  /**
   * Whoever reported it is named in free text: it is taken for the city if it names an authority,
   * or has a word of the city's name, and nobody who passes it on.
   */
  private static final String OTHER_REPORTER =
      """
      t.nature = 'REPORTED' and (
        t.reporter ~* '\\m(laut|nach|according to)\\M'
        or not t.reporter ~* ('stadt|amt|dezern|verwaltung|city|council|office|department' || (
          select coalesce(string_agg('|' || word, ''), '')
          from municipality m, regexp_split_to_table(m.name_de, '[^[:alnum:]]+') word
          where m.record = t.municipality and m.until > :release and length(word) > 3)))\
      """;

  private static final Text ALTERNATIVES =
      new Text(
          " Was andere berichten, ist RELAYED, was sie gemessen haben, MEASURED.",
          " What others report is RELAYED, what they measured is MEASURED.");

  private final Text text;
  private final Text phrase;
  private final Text caveat;

  /** Of a figure that nobody measured. */
  Nature(String de, String en) {
    this(
        new Text(de, en).capital(),
        new Text(de, en),
        new Text(de + ", nicht gemessen", en + ", not measured"));
  }

  Nature(Text text, Text phrase, Text caveat) {
    this.text = text;
    this.phrase = phrase;
    this.caveat = caveat;
  }

  @Override
  public Text text() {
    return text;
  }

  @Override
  public Text phrase() {
    return phrase;
  }

  /** What a sentence adds to the figure, lest it is taken for a measurement. */
  Text caveat() {
    return caveat;
  }

  /** The nature of a table's figures agrees with the source that they name. */
  public static SourceRule ofSource(String table) {
    return new SourceRule(
        table,
        "nature",
        OTHER_SOURCE,
        true,
        new Text(
            "nature ist REPORTED, von der Stadt gemeldet, die Quelle aber keine der Stadt."
                + ALTERNATIVES.de(),
            "its nature is REPORTED, by the city, but the source is not the city's."
                + ALTERNATIVES.en()));
  }

  /** The nature of a table's figures agrees with the reporter that they name. */
  public static SourceRule ofReporter(String table) {
    return new SourceRule(
        table,
        "reporter",
        OTHER_REPORTER,
        false,
        new Text(
            "nature ist REPORTED, von der Stadt gemeldet, reporter nennt aber jemand anderen."
                + ALTERNATIVES.de(),
            "its nature is REPORTED, by the city, but its reporter is somebody else."
                + ALTERNATIVES.en()));
  }

  /** An estimate is not exact, and what is only expected is no report. */
  public static RowRule ofQualifier(String table) {
    return RowRule.of(table, "estimate-not-exact", Nature::exactEstimate);
  }

  private static @Nullable Text exactEstimate(Function<String, @Nullable String> row) {
    String nature = row.apply("nature");
    String qualifier = row.apply("qualifier");
    if ("ESTIMATED".equals(nature) && "EXACT".equals(qualifier)) {
      return new Text(
          "Eine Schätzung oder Erwartung ist nicht genau: qualifier ist ABOUT, EXPECTED, MORE_THAN"
              + " oder LESS_THAN.",
          "An estimate or expectation is not exact: its qualifier is ABOUT, EXPECTED, MORE_THAN or"
              + " LESS_THAN.");
    }
    return "EXPECTED".equals(qualifier)
            && !"ESTIMATED".equals(nature)
            && !"SYNTHETIC".equals(nature)
        ? new Text(
            "Was nur erwartet wird (EXPECTED), ist ESTIMATED und nicht %s.".formatted(nature),
            "What is only expected (EXPECTED) is ESTIMATED, and not %s.".formatted(nature))
        : null;
  }
}
