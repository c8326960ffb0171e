package org.stadtstand.graph.execution;

import graphql.schema.DataFetchingEnvironment;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.declaration.StandIn;
import org.stadtstand.record.listing.Slice;
import org.stadtstand.record.time.Pinned;
import org.stadtstand.record.time.WithheldValues;

/**
 * A value of a record in words. Of a choice that only stands in the place of one that the law
 * withholds, they say just that, because its own words would say that nobody had stated anything.
 *
 * @param words of a record in a language
 * @param origin where the choice is from; null if the value is none that another stands in for
 */
public record StatedWords(
    BiFunction<Object, Language, @Nullable Object> words, @Nullable Origin origin) {

  /**
   * The row that states a choice.
   *
   * @param row its number, by the record that shows the choice; null if there is none
   */
  public record Origin(String column, Function<Object, @Nullable Object> row) {

    private boolean isWithheld(Object source, WithheldValues withheld) {
      Pinned record = (Pinned) Slice.Unread.record(source);
      return row.apply(record) instanceof Integer number
          && withheld.fields(number, record.pin()).contains(column);
    }
  }

  public DirectFetcher fetcher() {
    return DirectFetcher.of(
            (source, environment) -> of(environment).apply(source, Arguments.language(environment)),
            (arguments, hand) -> {
              Language language = Arguments.language(arguments);
              BiFunction<Object, Language, @Nullable Object> own = of(hand);
              return source -> own.apply(source, language);
            })
        .ofUnread();
  }

  /** The words in the state of a question. */
  public BiFunction<Object, Language, @Nullable Object> of(DataFetchingEnvironment environment) {
    return origin == null ? words : of(Arguments.present(environment).withheld(), origin);
  }

  public BiFunction<Object, Language, @Nullable Object> of(PendingReads hand) {
    return origin == null ? words : of(hand.basis().present().withheld(), origin);
  }

  private BiFunction<Object, Language, @Nullable Object> of(WithheldValues withheld, Origin from) {
    return withheld.isEmpty()
        ? words
        : (source, language) ->
            from.isWithheld(source, withheld)
                ? StandIn.WORDS.in(language)
                : words.apply(source, language);
  }
}
