package org.stadtstand.graph.figures;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.cache.ResultCache;

/**
 * A figure that is asked for.
 *
 * @param column what it is of; null if it is of whole rows
 * @param filter the rows it is about
 * @param of for a percentage, the rows that are a hundred per cent
 */
public record AskedFigure(
    Figure figure,
    @Nullable FigureColumn column,
    Map<String, Object> filter,
    Map<String, Object> of) {

  public static AskedFigure count(Map<String, Object> filter) {
    return new AskedFigure(Figure.COUNT, null, filter, Map.of());
  }

  public static AskedFigure share() {
    return new AskedFigure(Figure.SHARE, null, Map.of(), Map.of());
  }

  public static AskedFigure percent(Map<String, Object> filter, Map<String, Object> of) {
    return new AskedFigure(Figure.PERCENT, null, filter, of);
  }

  public @Nullable FigureKind kind() {
    return column == null ? null : column.kind();
  }

  /** What it is where there are no rows. */
  public @Nullable Object ofNothing() {
    return figure.isCount() ? 0 : null;
  }

  /** The figure of one list, as a key of caches. */
  Key of(Object list) {
    return new Key(list, this);
  }

  /**
   * A figure of one list.
   *
   * @param list whose it is: pins, or the parent
   */
  record Key(Object list, AskedFigure figure) implements ResultCache.Weighed {

    /** A long filter takes more space than a record. */
    @Override
    public int weight() {
      return ResultCache.roomOf(figure.filter()) + ResultCache.roomOf(figure.of());
    }
  }
}
