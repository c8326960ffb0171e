package org.stadtstand.graph.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.schema.Connection;
import org.stadtstand.graph.words.FieldWords;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.FilterField;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.Relation;

/**
 * What a reader of figures must know before passing them on: that there are none because units or
 * currencies are mixed, that a sum is no more exact than its values, and that some of the values
 * are the sum of others.
 *
 * @param type whose records were figured
 * @param filter what the list is narrowed to
 */
public record FigureNotices(ListedType<?> type, Map<String, Object> filter, FieldWords words) {

  /** The value of a choice of rows that hold the total of all others, such as of all channels. */
  private static final String TOTAL = "ALL";

  private static final Set<Figure> OF_VALUES =
      Set.of(Figure.SUM, Figure.AVG, Figure.MIN, Figure.MAX, Figure.MEDIAN, Figure.P90);

  public static FigureNotices of(Connection<?, ?> list, FieldWords words) {
    ListedType<?> type =
        list.list() instanceof Relation<?> relation
            ? relation.child()
            : (ListedType<?>) list.list();
    return new FigureNotices(type, list.arguments().filter(), words);
  }

  /** The figures that tell whether there is anything to say of another. */
  public static List<AskedFigure> besides(AskedFigure asked) {
    List<AskedFigure> besides = new ArrayList<>();
    FigureColumn column = asked.column();
    if (column != null && OF_VALUES.contains(asked.figure())) {
      if (column.value().unit() != null) {
        besides.add(beside(asked, Figure.UNITS));
      }
      if (asked.figure() == Figure.SUM && column.value().inexact() != null) {
        besides.add(beside(asked, Figure.INEXACT));
      }
    }
    return besides;
  }

  private static AskedFigure beside(AskedFigure asked, Figure figure) {
    return new AskedFigure(figure, asked.column(), asked.filter(), Map.of());
  }

  /**
   * All there is to say of figures.
   *
   * @param rows of each list or group that is shown, the figures that were read of it
   * @param apart columns by which rows of different lists differ
   */
  public List<Text> of(Collection<AskedFigure> asked, List<Read> rows, Set<String> apart) {
    Set<Text> all = new LinkedHashSet<>();
    for (AskedFigure figure : asked) {
      FigureColumn column = figure.column();
      if (column != null && OF_VALUES.contains(figure.figure())) {
        if (rows.stream().anyMatch(row -> isMixed(figure, row))) {
          all.add(mixed(column));
        }
        if (figure.figure() == Figure.SUM) {
          if (rows.stream().anyMatch(row -> count(row, beside(figure, Figure.INEXACT)) > 0)) {
            all.add(inexact(column));
          }
          doubled(figure, apart).ifPresent(all::add);
        }
      }
    }
    return List.copyOf(all);
  }

  private static boolean isMixed(AskedFigure figure, Read row) {
    return row.of(figure) == null && count(row, beside(figure, Figure.UNITS)) > 1;
  }

  private static int count(Read row, AskedFigure count) {
    return row.of(count) instanceof Integer number ? number : 0;
  }

  private Text mixed(FigureColumn column) {
    return column.value().kind() == FilterField.Kind.MONEY
        ? said(
            column,
            "Werte von „%s“ sind in mehreren Währungen angegeben: Über alle zusammen gibt es keine"
                + " Kennzahl.",
            "Values of “%s” are in several currencies: there is no figure of all of them.")
        : said(
            column,
            "Werte von „%s“ haben Einheiten, die sich nicht ineinander umrechnen lassen: Über alle"
                + " zusammen gibt es keine Kennzahl.",
            "Values of “%s” have units that do not convert: there is no figure of all of them.");
  }

  private Text inexact(FigureColumn column) {
    return said(
        column,
        "In Summen von „%s“ stecken Werte, die nicht genau angegeben sind; wie viele, sagt"
            + " „inexact“.",
        "Sums of “%s” include values that are not given exactly; “inexact” says how many.");
  }

  private Text said(FigureColumn column, String de, String en) {
    Text called =
        words
            .of(type.typeName(), column.name())
            .map(FieldWords::heading)
            .orElse(new Text(column.name(), column.name()));
    return new Text(de.formatted(called.in(Language.DE)), en.formatted(called.in(Language.EN)));
  }

  /** Whether a sum mixes totals with their parts. */
  private Optional<Text> doubled(AskedFigure sum, Set<String> apart) {
    RecordType table = type.recordType();
    return (table == null ? List.<Column>of() : table.columns())
        .stream()
            .filter(
                column -> column.kind() == Column.Kind.CHOICE && column.allowed().contains(TOTAL))
            .filter(column -> !apart.contains(column.field()))
            .filter(column -> !filter.containsKey(column.field()))
            .filter(column -> !sum.filter().containsKey(column.field()))
            .map(FigureNotices::doubled)
            .findFirst();
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

  /** The figures that were read of a list or a group. */
  @FunctionalInterface
  public interface Read {

    @Nullable Object of(AskedFigure figure);
  }
}
