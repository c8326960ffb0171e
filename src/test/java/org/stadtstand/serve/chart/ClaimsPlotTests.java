package org.stadtstand.serve.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.drawing.Frame;
import org.stadtstand.serve.drawing.Graphic;
import org.stadtstand.serve.drawing.Ink;
import org.stadtstand.serve.drawing.Mark;
import org.stadtstand.serve.drawing.Numbers;
import org.stadtstand.serve.drawing.Shown;

/** What several said of one thing, on one axis. */
class ClaimsPlotTests {

  private static final Numbers GERMAN = new Numbers(Language.DE);
  private static final String LONGEST =
      "Landeshauptstadt Düsseldorf, für Digitalisierung und Personalentwicklungsangelegenheiten"
          + " zuständiges Dezernat, laut einer Nacherzählung auf meinungsbarometer.info";

  private static Map<String, Object> row(@Nullable Number value, String unit, String qualifier) {
    Map<String, Object> row = new HashMap<>();
    row.put("key", "k-" + value + qualifier);
    if (value != null) {
      row.put("value", value);
    }
    row.put("unit", unit);
    row.put("unitLabel", unit);
    row.put("qualifier", qualifier);
    row.put("qualifierLabel", qualifier.equals("MORE_THAN") ? "mehr als" : "weniger als");
    row.put("sources", List.of(Map.of("publisher", "Blatt " + unit)));
    return row;
  }

  private static Map<String, Object> claim(
      @Nullable Number value, String unit, String qualifier, String day, String by) {
    Map<String, Object> row = row(value, unit, qualifier);
    String[] parts = day.split(" ", 3);
    row.put("saidOn", parts[0]);
    row.put("saidOnPrecision", parts[1]);
    row.put("saidOnLabel", parts[2]);
    row.put("saidBy", by);
    row.put("verdict", value == null || value.intValue() != 130 ? "UNVERIFIED" : "OUTDATED");
    row.put("verdictLabel", row.get("verdict").equals("OUTDATED") ? "Überholt" : "Ungeprüft");
    return row;
  }

  private static List<Map<String, Object>> counts() {
    return new ArrayList<>(
        List.of(
            claim(380, "Projekte", "MORE_THAN", "2024-04-21 BETWEEN vom 15. bis 21. April", "CDU"),
            claim(130, "Projekte", "EXACT", "2023-12-31 YEAR 2023", LONGEST),
            claim(5, "Prozent", "EXACT", "2023-12-31 YEAR 2023", "Zeitung"),
            claim(300, "Projekte", "MORE_THAN", "2024-04-17 DAY 17. April 2024", "Stadt"),
            claim(null, "Projekte", "EXACT", "2024-04-17 DAY 17. April 2024", "Stadt"),
            claim(4, "Projekte", "LESS_THAN", "2026-01-31 NOT_LATER_THAN spätestens 2026", "X"),
            claim(380, "Projekte", "EXACT", "2024-04-30 MONTH April 2024", "Zeitung")));
  }

  private static ClaimsReading reading(List<Map<String, Object>> claims) {
    return new ClaimsReading(Map.of("nodes", claims), GERMAN);
  }

  private static Graphic drawn(ClaimsReading reading, Layout layout) {
    ClaimsPlot plot = reading.plot().orElseThrow();
    return new Chart(plot.title(), reading.subtitle(plot), plot, List.of(reading.sources()), false)
        .drawn(layout, Language.DE);
  }

  @Test
  void theUnitOfMostIsDrawnByDayAndTheTitleSaysHowFarTheyDiffer() {
    ClaimsReading reading = reading(counts());
    ClaimsPlot plot = reading.plot().orElseThrow();
    assertThat(plot.statements())
        .extracting(each -> each.stated().figure())
        .containsExactly("130", "mehr als 300", "mehr als 380", "380", "weniger als 4");
    assertThat(plot.title()).isEqualTo("5 Angaben: von weniger als 4 bis mehr als 380 Projekte");
    assertThat(reading.subtitle(plot))
        .startsWith("wer wann welchen Wert nannte")
        .endsWith(". Einheit: Projekte");
    assertThat(reading.sources()).isEqualTo("Quelle: Blatt Projekte");
    assertThat(plot.described(Language.DE))
        .startsWith("Behauptet, 2023: 130 Projekte (" + LONGEST + "), überholt.")
        .contains("Behauptet, spätestens 2026: weniger als 4 Projekte (X)");
  }

  @Test
  void whatIsUnlikeTheOthersSaysSo() {
    Graphic graphic = drawn(reading(counts()), Layout.WIDE);
    assertThat(Shown.words(graphic))
        .contains("130, überholt", "mehr als 300", "2023", "17.04.2024", "spätestens 2026");
    List<Mark.Box> squares =
        graphic.marks().stream()
            .filter(Mark.Box.class::isInstance)
            .map(Mark.Box.class::cast)
            .filter(box -> box.edge().ink() != Ink.NONE)
            .toList();
    assertThat(squares).hasSize(5).allMatch(box -> box.fill() == Ink.GROUND);
    assertThat(squares)
        .extracting(box -> box.edge().ink())
        .containsExactly(Ink.EDGE, Ink.SAID, Ink.SAID, Ink.SAID, Ink.SAID);
  }

  @Test
  void observationsOfATargetStandBesideWhatIsClaimedOfIt() {
    Map<String, Object> observed = row(20, "Prozent", "EXACT");
    observed.put("unit", null);
    observed.put("observedOn", "2023-12-31");
    observed.put("observedOnPrecision", "YEAR");
    observed.put("observedOnLabel", "2023");
    observed.put("nature", "MEASURED");
    observed.put("natureLabel", "gemessen");
    observed.put("reporter", "Amt");
    Map<String, Object> claimed = claim(95, "Prozent", "EXACT", "2024-12-31 YEAR 2024", "Fraktion");
    Map<String, Object> other = claim(9, "Häuser", "EXACT", "2024-12-31 YEAR 2024", "Fraktion");
    Map<String, Object> target =
        Map.of(
            "key",
            "z-1",
            "title",
            "Alle Haushalte",
            "unit",
            "Prozent",
            "observations",
            Map.of("nodes", List.of(observed)),
            "claims",
            Map.of("nodes", List.of(claimed, other)),
            "contradictingClaims",
            Map.of("nodes", List.of(Map.of("key", claimed.get("key")))));
    ClaimsReading reading = new ClaimsReading(target, GERMAN);
    Graphic graphic = drawn(reading, Layout.WIDE);
    assertThat(graphic.title()).isEqualTo("2 Angaben: von 20\u00a0% bis 95\u00a0%");
    assertThat(Shown.words(graphic))
        .contains("20\u00a0%, gemessen", "95\u00a0%, durch Werte widerlegt", "Amt", "Fraktion");
    assertThat(graphic.marks())
        .filteredOn(Mark.Disc.class::isInstance)
        .singleElement()
        .matches(disc -> ((Mark.Disc) disc).fill() == Ink.ACCENT);
  }

  @Test
  void oneValueAloneIsNotDrawnAndEqualOnesAreNotWorthAPage() {
    List<Map<String, Object>> claims = counts();
    assertThat(reading(claims.subList(0, 1)).plot()).isEmpty();
    assertThat(reading(claims.subList(2, 4)).plot()).as("in two units").isEmpty();
    assertThat(reading(List.of()).plot()).isEmpty();
    ClaimsPlot equal = reading(List.of(claims.getFirst(), claims.getLast())).plot().orElseThrow();
    assertThat(equal.tellsEnough()).isFalse();
    assertThat(equal.title()).isEqualTo("2 Angaben, ein Wert: mehr als 380 Projekte");
    assertThat(reading(claims).plot().orElseThrow().tellsEnough()).isTrue();
  }

  @Test
  void aLongListSaysThatItIsCut() {
    List<Map<String, Object>> claims = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      claims.add(claim(i, "Projekte", "EXACT", "2024-01-%02d DAY x".formatted(i), "Stadt"));
    }
    ClaimsReading reading = reading(claims);
    ClaimsPlot plot = reading.plot().orElseThrow();
    assertThat(reading.subtitle(plot)).endsWith(", die ersten 24");
    assertThat(drawn(reading, Layout.WIDE).marks())
        .filteredOn(mark -> mark instanceof Mark.Box box && box.edge().ink() == Ink.SAID)
        .hasSize(24);
    assertThat(Objects.requireNonNull(plot.described(Language.DE))).contains("30 Projekte");
  }

  @ParameterizedTest
  @EnumSource
  void noTextCrossesAnotherHoweverLongItIs(Layout layout) {
    List<Map<String, Object>> claims = counts();
    for (Number value : List.of(123_456_789.25, 61_000_000.5, -40_000_000)) {
      claims.add(claim(value, "Projekte", "MORE_THAN", "2025-12-31 YEAR 2025", LONGEST));
      claims.add(claim(value, "Projekte", "LESS_THAN", "2025-12-31 YEAR 2025", LONGEST));
    }
    Graphic graphic = drawn(reading(claims), layout);
    Frame whole = new Frame(0, 0, graphic.width(), graphic.height());
    List<Frame> texts = Shown.texts(graphic.marks());
    assertThat(texts).hasSizeGreaterThan(30);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(whole.holds(texts.get(i))).as(Shown.words(graphic).get(i)).isTrue();
      for (Frame other : texts.subList(i + 1, texts.size())) {
        assertThat(texts.get(i).meets(other)).as(Shown.words(graphic).get(i)).isFalse();
      }
    }
  }
}
