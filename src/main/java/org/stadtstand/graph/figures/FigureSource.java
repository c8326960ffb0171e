package org.stadtstand.graph.figures;

import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.execution.Batch;
import org.stadtstand.graph.execution.PendingReads;
import org.stadtstand.graph.execution.SynchronousFetcher;
import org.stadtstand.graph.schema.Batches;
import org.stadtstand.graph.schema.Connection;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.time.BasisRecorder;

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
  record ListFigures(Connection<?, ?> of, Reading reading, FigureReader reader)
      implements FigureSource {

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
      return new ListFigures(list, reading, reader);
    }

    @Override
    public @Nullable Object ask(AskedFigure figure, DataFetchingEnvironment environment) {
      Map<AskedFigure, @Nullable Object> found = new LinkedHashMap<>();
      for (AskedFigure asked : withBesides(figure)) {
        found.put(asked, reading.batch().get(asked.of(of.key()), () -> environment));
      }
      CompletableFuture<?>[] pending =
          found.values().stream()
              .filter(CompletableFuture.class::isInstance)
              .toArray(CompletableFuture[]::new);
      if (pending.length == 0) {
        return told(figure, found, Arguments.basis(environment));
      }
      return CompletableFuture.allOf(pending)
          .thenApply(
              done -> {
                found.replaceAll(
                    (asked, value) ->
                        value instanceof CompletableFuture<?> future ? future.join() : value);
                return told(figure, found, Arguments.basis(environment));
              });
    }

    @Override
    public @Nullable Object find(AskedFigure figure, PendingReads hand) {
      Map<AskedFigure, @Nullable Object> found = new LinkedHashMap<>();
      for (AskedFigure asked : withBesides(figure)) {
        found.put(asked, hand.find(reading.batch(), asked.of(of.key())));
      }
      return found.containsValue(SynchronousFetcher.ABSENT)
          ? SynchronousFetcher.ABSENT
          : told(figure, found, hand.basis());
    }

    private static List<AskedFigure> withBesides(AskedFigure figure) {
      List<AskedFigure> all = new ArrayList<>(List.of(figure));
      all.addAll(FigureNotices.besides(figure));
      return all;
    }

    /** The figure, after leaving what there is to say of it. */
    private @Nullable Object told(
        AskedFigure figure, Map<AskedFigure, @Nullable Object> found, BasisRecorder basis) {
      if (figure.column() != null && !figure.figure().isCount()) {
        List<Text> notices =
            FigureNotices.of(of, reader.words())
                .of(List.of(figure), List.<FigureNotices.Read>of(found::get), Set.of());
        FoundLists.leave(notices, of.key(), basis);
      }
      return found.get(figure);
    }

    /** How the figures of all lists of a field are read. */
    record Reading(Batch<AskedFigure.Key, Object> batch) {}
  }
}
