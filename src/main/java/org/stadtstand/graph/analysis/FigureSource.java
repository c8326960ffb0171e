package org.stadtstand.graph.analysis;

import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.execution.PendingReads;

/** Rows of which figures can be asked: a list, or a group of it. */
interface FigureSource {

  /** The figure, or a future of it. */
  @Nullable Object ask(AskedFigure figure, DataFetchingEnvironment environment);

  /** The figure if it is at hand. */
  @Nullable Object find(AskedFigure figure, PendingReads hand);

  /** What {@code aggregates} is: figures of those that fit a filter, column by column. */
  record Filtered(FigureSource source, Map<String, Object> filter) {

    OfColumn of(FigureColumn column) {
      return new OfColumn(this, column);
    }
  }

  /** The figures of one column. */
  record OfColumn(Filtered rows, FigureColumn column) {

    AskedFigure asked(Figure figure) {
      return new AskedFigure(figure, column, rows.filter(), Map.of());
    }
  }
}
