package org.stadtstand.changes;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.error.ApiError;
import org.stadtstand.error.ErrorCode;
import org.stadtstand.graphql.Arguments;
import org.stadtstand.history.Asked;
import org.stadtstand.history.KnownAt;
import org.stadtstand.history.Pin;
import org.stadtstand.history.Place;
import org.stadtstand.history.Present;
import org.stadtstand.history.Release;

/** Reads off the arguments which two states are to be compared. */
final class Spans {

  private Spans() {}

  static Span asked(DataFetchingEnvironment environment) {
    Present present = Arguments.present(environment);
    String municipality = environment.getArgument("municipality");
    Pin from = pin(present, municipality, environment.getArgument("from"));
    Pin to = pin(present, municipality, environment.getArgument("to"));
    if (from.release() > to.release()) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "from (release %d) is later than to (release %d).".formatted(from.number(), to.number()),
          "Swap from and to.");
    }
    List<Release> between =
        present.releases(from.place()).stream()
            .filter(release -> release.id() > from.release() && release.id() <= to.release())
            .toList();
    return new Span(
        from.place(),
        present.release(from.release()).orElse(null),
        present.release(to.release()).orElse(null),
        between);
  }

  private static Pin pin(
      Present present, @Nullable String municipality, @Nullable Object releaseOrDay) {
    if (releaseOrDay instanceof Integer number) {
      Place place = present.named(municipality);
      LocalDate day =
          present.releases(place).stream()
              .filter(release -> release.number() == number)
              .map(Release::standsFor)
              .findFirst()
              .orElse(present.today());
      return present.pinned(place.key(), number, day);
    }
    return present.pin(
        new Asked(municipality, releaseOrDay instanceof KnownAt day ? day : null, null));
  }
}
