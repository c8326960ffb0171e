package org.stadtstand.serve.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.chart.StatedValue.Nature;
import org.stadtstand.serve.drawing.Ink;
import org.stadtstand.serve.drawing.Numbers;

/**
 * Reads what {@code charts/claims.graphql} asked, of a list of claims or of the thing that they are
 * about, and with the claims about a target its observations.
 */
record ClaimsReading(Map<?, ?> found, Numbers numbers) {

  /**
   * A statement.
   *
   * @param remark how it came about, or how it compares with what else is known; empty if not said
   * @param outdated whether it was so, and is no longer
   */
  record Statement(StatedValue stated, String remark, boolean outdated) {

    /** What stands beside the figure: only what makes the statement unlike the others. */
    String note() {
      boolean plain = stated.nature() == Nature.CLAIMED && !outdated && !stated.contradicted();
      return plain || remark.isEmpty()
          ? ""
          : ", " + remark.substring(0, 1).toLowerCase(Locale.ROOT) + remark.substring(1);
    }

    String who() {
      return Objects.requireNonNullElse(stated.by(), stated.said());
    }

    Ink lettering() {
      return outdated ? Ink.SOFT : stated.nature() == Nature.CLAIMED ? Ink.SAID : Ink.INK;
    }

    Ink ink() {
      return outdated ? Ink.EDGE : stated.nature() == Nature.CLAIMED ? Ink.SAID : Ink.ACCENT;
    }

    /** To which side an arrow leads away from the mark; 0 if there is none. */
    int way() {
      return switch (stated.qualifier()) {
        case "MORE_THAN" -> 1;
        case "LESS_THAN" -> -1;
        default -> 0;
      };
    }
  }

  /** The plot; empty unless two values or more are in one unit, of which a claim gives one. */
  Optional<ClaimsPlot> plot() {
    String unit = unit();
    List<Statement> statements =
        rows()
            .filter(row -> isIn(row, unit))
            .map(row -> statement(row, unit))
            .filter(Objects::nonNull)
            .sorted(Comparator.comparing(Statement::stated, Course.BY_DAY))
            .toList();
    return statements.size() < 2
            || statements.stream().noneMatch(each -> each.stated().nature() == Nature.CLAIMED)
        ? Optional.empty()
        : Optional.of(new ClaimsPlot(statements, unitWords(unit), numbers));
  }

  private @Nullable Statement statement(Map<?, ?> row, String unit) {
    if (row.containsKey("observedOn")) {
      StatedValue observed = StatedValue.ofObservation(row, unit, numbers);
      return observed == null ? null : new Statement(observed, observed.said(), false);
    }
    boolean contradicted = isContradicted(row);
    String remark =
        contradicted
            ? language("durch Werte widerlegt", "contradicted by values")
            : text(row, "verdictLabel");
    StatedValue claim = StatedValue.ofClaim(row, unit, numbers, contradicted);
    boolean outdated = text(row, "verdict").equals("OUTDATED");
    return claim == null ? null : new Statement(claim, remark, outdated);
  }

  /** Whether the values of its target show that a claim cannot be so. */
  private boolean isContradicted(Map<?, ?> claim) {
    return nodes("contradictingClaims").stream()
        .anyMatch(each -> text(each, "key").equals(text(claim, "key")));
  }

  /** The unit of a target need not be repeated by what is about it. */
  private boolean isIn(Map<?, ?> row, String unit) {
    return found.get("unit") == null ? text(row, "unit").equals(unit) : StatedValue.fits(row, unit);
  }

  /** Of a target its own unit, and otherwise that in which most of the values are. */
  private String unit() {
    if (found.get("unit") instanceof String own) {
      return own;
    }
    Map<String, Long> units =
        rows().collect(Collectors.groupingBy(row -> text(row, "unit"), Collectors.counting()));
    return units.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private String unitWords(String unit) {
    return rows()
        .filter(row -> text(row, "unit").equals(unit))
        .map(row -> text(row, "unitLabel"))
        .findFirst()
        .orElse("");
  }

  /** Everything with a value. */
  private Stream<? extends Map<?, ?>> rows() {
    return Stream.of("nodes", "claims", "observations")
        .flatMap(list -> nodes(list).stream())
        .filter(row -> row.get("value") != null);
  }

  String subtitle(ClaimsPlot plot) {
    Language language = numbers.language();
    String about = text(found, "title");
    String unit = plot.unit();
    return (about.isEmpty() ? "" : language.quoted(about) + ", ")
        + language.pick(
            "wer wann welchen Wert nannte, nicht immer über denselben Tag",
            "who named which value, and when, not always about the same day")
        + (unit.isEmpty() ? "" : language.pick(". Einheit: ", ". Unit: ") + unit)
        + plot.shownWords();
  }

  String key() {
    String key = text(found, "key");
    return key.isEmpty() ? language("Aussagen", "claims") : language("Aussagen-", "claims-") + key;
  }

  private String language(String german, String english) {
    return numbers.language().pick(german, english);
  }

  /** Who published what is drawn, each once. */
  String sources() {
    Set<String> publishers = new TreeSet<>();
    rows()
        .filter(row -> isIn(row, unit()))
        .flatMap(row -> row.get("sources") instanceof List<?> list ? list.stream() : Stream.of())
        .forEach(source -> publishers.add(text((Map<?, ?>) source, "publisher")));
    return Plot.sources(publishers, numbers.language());
  }

  private List<? extends Map<?, ?>> nodes(String list) {
    Object nodes = list.equals("nodes") ? found.get(list) : nested(list);
    return nodes instanceof List<?> all
        ? all.stream().filter(Map.class::isInstance).map(node -> (Map<?, ?>) node).toList()
        : List.of();
  }

  private @Nullable Object nested(String list) {
    return found.get(list) instanceof Map<?, ?> page ? page.get("nodes") : null;
  }

  private static String text(Map<?, ?> row, String field) {
    return Objects.toString(row.get(field), "");
  }
}
