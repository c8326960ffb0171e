package org.stadtstand.graph.groups;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.figures.Figure;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;

/**
 * What a reader of groups must know before adding them up: rows that stand in several groups,
 * groups that are not listed, and sums of rows of which some are the sum of others.
 *
 * @param page the groups that are shown
 * @param type the table of the rows; null if they come from several
 * @param filter what the list is narrowed to
 */
record GroupNotices(
    GroupPage page, GroupQuestion question, @Nullable RecordType type, Map<String, Object> filter) {

  /** The value of a choice of rows that hold the total of all others, such as of all channels. */
  private static final String TOTAL = "ALL";

  List<Text> all() {
    return Stream.of(overlap(), rest(), excluded(), sumOverTotals())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Text> overlap() {
    return said(
        page.overlap(),
        "Zeilen mit mehreren Werten stehen in mehreren Gruppen: Alle Gruppen zusammen zählen %s"
            + " mehr als die Liste.",
        "Rows with several values are in several groups: all groups together count %s more than the"
            + " list.");
  }

  private Optional<Text> rest() {
    return said(
        page.rest().groups(),
        "Nicht alle Gruppen sind gezeigt: %s weitere stehen auf anderen Seiten.",
        "Not all groups are shown: %s more are on other pages.");
  }

  private Optional<Text> excluded() {
    return said(
        page.excluded().groups(),
        "Gruppen, für die die Bedingung nicht gilt, sind ausgelassen: %s.",
        "Groups for which the condition does not hold are left out: %s.");
  }

  private static Optional<Text> said(int count, String de, String en) {
    BigDecimal number = BigDecimal.valueOf(count);
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new Text(
                de.formatted(new Figures(Language.DE).number(number)),
                en.formatted(new Figures(Language.EN).number(number))));
  }

  private Optional<Text> sumOverTotals() {
    if (type == null
        || question.read().stream().noneMatch(figure -> figure.figure() == Figure.SUM)) {
      return Optional.empty();
    }
    return type.columns().stream()
        .filter(column -> column.kind() == Column.Kind.CHOICE && column.allowed().contains(TOTAL))
        .filter(column -> !isApart(column.field()))
        .map(GroupNotices::doubled)
        .findFirst();
  }

  /** Whether a group never mixes totals with their parts. */
  private boolean isApart(String field) {
    return question.steps().stream().anyMatch(step -> step.column().name().equals(field))
        || filter.containsKey(field)
        || question.read().stream()
            .filter(figure -> figure.figure() == Figure.SUM)
            .allMatch(figure -> figure.filter().containsKey(field));
  }

  private static Text doubled(Column column) {
    return new Text(
        doubled(
            column,
            Language.DE,
            "Summen zählen doppelt: Zeilen mit „%s: %s“ enthalten die übrigen. Nach „%1$s“"
                + " gruppieren oder filtern."),
        doubled(
            column,
            Language.EN,
            "Sums count twice: rows with “%s: %s” include the others. Group or filter by “%1$s”."));
  }

  private static String doubled(Column column, Language language, String sentence) {
    return sentence.formatted(column.label(language), column.valueLabel(TOTAL, language));
  }
}
