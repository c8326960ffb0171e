package org.stadtstand.graph.figures;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.execution.Batch;
import org.stadtstand.graph.execution.PendingReads;
import org.stadtstand.graph.schema.Batches;
import org.stadtstand.graph.schema.Connection;
import org.stadtstand.record.listing.ListArguments;

/** Rows of which figures can be asked: a list, or a group of it. */
public interface FigureSource {

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

  /**
   * The figures of a list: those of all lists of its field, and all that are asked of them, are
   * read together.
   */
  record ListFigures(Object list, Reading reading) implements FigureSource {

    static ListFigures of(Connection<?, ?> list, Batches batches, FigureReader reader) {
      return of(list, list.arguments(), batches, reader);
    }

    /** The same of a list with other arguments. */
    public static ListFigures of(
        Connection<?, ?> list, ListArguments arguments, Batches batches, FigureReader reader) {
      Reading reading =
          list.ofAll(
              List.of(Reading.class, arguments.filter()),
              Reading.class,
              () ->
                  new Reading(
                      batches.ofLists(
                          "figures",
                          list.list(),
                          arguments,
                          keys -> reader.read(list.list(), arguments, keys))));
      return new ListFigures(list.key(), reading);
    }

    @Override
    public @Nullable Object ask(AskedFigure figure, DataFetchingEnvironment environment) {
      return reading.batch().get(figure.of(list), () -> environment);
    }

    @Override
    public @Nullable Object find(AskedFigure figure, PendingReads hand) {
      return hand.find(reading.batch(), figure.of(list));
    }

    /** How the figures of all lists of a field are read. */
    record Reading(Batch<AskedFigure.Key, Object> batch) {}
  }
}
