package org.stadtstand.deliver.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.deliver.checks.ComparisonRule;
import org.stadtstand.deliver.description.CatalogueEntry;
import org.stadtstand.deliver.description.Description;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.ReleaseKind;

/** The release itself: its number, the day it stands for, and the moment from which it is known. */
final class ReleaseRow {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Description description;
  private final FindingPlace place;

  ReleaseRow(JdbcClient jdbc, Clock clock, Description description) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.description = description;
    this.place = description.place();
  }

  /** The newest release of the municipality. */
  private record Last(int number, OffsetDateTime knownFrom) {}

  /** Returns the id of a new release; its times are provisional until {@link #stamp}. */
  int open(int municipality, Findings findings) {
    Optional<Last> last = last(municipality);
    Times times = times();
    check(times, last, findings);
    if (description.kind() == ReleaseKind.RECONSTRUCTED) {
      checkNonePublished(municipality, findings);
    }
    int release =
        jdbc.sql(
                """
                insert into release (municipality, number, published_at, kind, stands_for, known_from,
                  reason, revokes)
                values (:municipality, :number, :now, :kind, :standsFor, :knownFrom, :reason, :revokes)
                returning id
                """)
            .param("municipality", municipality)
            .param("number", last.map(Last::number).orElse(0) + 1)
            .param("kind", description.kind().name())
            .param("now", times.publishedAt())
            .param("standsFor", times.standsFor())
            .param("knownFrom", times.knownFrom())
            .param("reason", description.reason())
            .param("revokes", revoked(municipality, findings))
            .query(int.class)
            .single();
    describe(release, description.entry());
    return release;
  }

  private void describe(int release, CatalogueEntry entry) {
    jdbc.sql(
            """
            update release set title = :title, description = :description,
              licence_title = :licenceTitle, keywords = nullif(cast(:keywords as text[]), '{}'),
              themes = nullif(cast(:themes as text[]), '{}'), homepage = :homepage,
              publisher_type = :publisherType, contributor = :contributor
            where id = :release
            """)
        .param("title", entry.title())
        .param("description", entry.description())
        .param("licenceTitle", entry.licenceTitle())
        .param("keywords", entry.keywords().toArray(String[]::new))
        .param("themes", entry.themes().toArray(String[]::new))
        .param("homepage", entry.homepage())
        .param("publisherType", entry.publisherType())
        .param("contributor", entry.contributor())
        .param("release", release)
        .update();
  }

  /**
   * Sets the release's times as late as possible: a question about what was known at a moment
   * before the commit must not get an answer that the commit changes.
   */
  void stamp(int release) {
    Times times = times();
    jdbc.sql(
            """
            update release set published_at = :now, stands_for = :standsFor, known_from = :knownFrom
            where id = :release
            """)
        .param("now", times.publishedAt())
        .param("standsFor", times.standsFor())
        .param("knownFrom", times.knownFrom())
        .param("release", release)
        .update();
  }

  private Optional<Last> last(int municipality) {
    return jdbc.sql(
            """
            select number, known_from from release where municipality = :municipality
            order by number desc limit 1
            """)
        .param("municipality", municipality)
        .query(
            (row, number) -> new Last(row.getInt("number"), row.getObject(2, OffsetDateTime.class)))
        .optional();
  }

  private void check(Times times, Optional<Last> last, Findings findings) {
    LocalDate meant = description.standsFor();
    if (meant != null && !meant.equals(times.standsFor())) {
      findings.add(ComparisonRule.STANDS_FOR_IGNORED, place, meant, times.standsFor());
    }
    if (times.knownFrom().isAfter(times.publishedAt())) {
      findings.add(ComparisonRule.STANDS_FOR_AHEAD, place, times.standsFor());
    }
    last.map(Last::knownFrom)
        .filter(before -> !times.knownFrom().isAfter(before))
        .ifPresent(
            before -> findings.add(ComparisonRule.NOT_RISING, place, times.knownFrom(), before));
  }

  private void checkNonePublished(int municipality, Findings findings) {
    jdbc.sql(
            """
            select min(number) from release
            where municipality = :municipality and kind = 'PUBLISHED'
            """)
        .param("municipality", municipality)
        .query(Integer.class)
        .optional()
        .ifPresent(
            number -> findings.add(ComparisonRule.RECONSTRUCTED_AFTER_PUBLISHED, place, number));
  }

  /** A release to be revoked, and the release that revoked it before, if any. */
  private record Revoked(int id, @Nullable Integer before) {}

  private @Nullable Integer revoked(int municipality, Findings findings) {
    Integer number = description.revokes();
    if (number == null) {
      return null;
    }
    if (description.reason() == null || description.reason().isBlank()) {
      findings.add(ComparisonRule.REVOKES_WITHOUT_REASON, place, number);
    }
    Optional<Revoked> revoked =
        jdbc.sql(
                """
                select r.id, (select min(l.number) from release l where l.revokes = r.id) as before
                from release r where r.municipality = :municipality and r.number = :number
                """)
            .param("municipality", municipality)
            .param("number", number)
            .query(
                (row, line) ->
                    new Revoked(row.getInt("id"), row.getObject("before", Integer.class)))
            .optional();
    if (revoked.isEmpty()) {
      findings.add(ComparisonRule.REVOKES_UNKNOWN, place, number);
      return null;
    }
    if (revoked.get().before() != null) {
      findings.add(ComparisonRule.REVOKED_BEFORE, place, number, revoked.get().before());
    }
    return revoked.get().id();
  }

  private Times times() {
    return Times.of(description, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** When a release was published, the day it stands for, and the moment from which it is known. */
  private record Times(OffsetDateTime publishedAt, LocalDate standsFor, OffsetDateTime knownFrom) {

    static Times of(Description description, Instant now) {
      OffsetDateTime publishedAt = now.atOffset(ZoneOffset.UTC);
      LocalDate day = description.standsFor();
      if (description.kind() != ReleaseKind.RECONSTRUCTED || day == null) {
        return new Times(publishedAt, LocalDate.ofInstant(now, Present.ZONE), publishedAt);
      }
      // The end of a day is the start of the next.
      OffsetDateTime end = day.plusDays(1).atStartOfDay(Present.ZONE).toOffsetDateTime();
      return new Times(publishedAt, day, end);
    }
  }
}
