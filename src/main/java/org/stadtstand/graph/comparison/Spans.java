package org.stadtstand.graph.comparison;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.execution.Arguments;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.Asked;
import org.stadtstand.record.time.KnownAt;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Place;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;

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
