package org.stadtstand.record.declaration;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;

/** A rule on two dates of a row: the second may not be over before the first begins. */
final class DateOrder {

  private DateOrder() {}

  static @Nullable Text violation(Function<String, @Nullable String> row, String from, String to) {
    Optional<PartialDate> first = read(row.apply(from));
    Optional<PartialDate> second = read(row.apply(to));
    if (first.isEmpty()
        || second.isEmpty()
        || !second.get().latest().isBefore(first.get().earliest())) {
      return null;
    }
    return new Text(
        "%s (%s) liegt vor %s (%s).".formatted(to, second.get(), from, first.get()),
        "%s (%s) is before %s (%s).".formatted(to, second.get(), from, first.get()));
  }

  private static Optional<PartialDate> read(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(PartialDate::parse);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
