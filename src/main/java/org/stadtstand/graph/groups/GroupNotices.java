package org.stadtstand.graph.groups;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtstand.graph.figures.FigureNotices;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;

/**
 * What a reader of groups must know before adding them up: rows that stand in several groups,
 * groups that are not listed, and what there is to say of their figures.
 *
 * @param page the groups that are shown
 */
record GroupNotices(GroupPage page, GroupQuestion question, FigureNotices figures) {

  List<Text> all() {
    return Stream.concat(
            Stream.of(overlap(), rest(), excluded()).flatMap(Optional::stream),
            ofFigures().stream())
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
        "Nicht alle Gruppen sind gezeigt; weitere auf anderen Seiten: %s.",
        "Not all groups are shown; more on other pages: %s.");
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

  private List<Text> ofFigures() {
    Set<String> apart =
        question.steps().stream().map(step -> step.column().name()).collect(Collectors.toSet());
    return figures.of(
        question.read(),
        page.nodes().stream().<FigureNotices.Read>map(group -> group.row()::figure).toList(),
        apart);
  }
}
