package org.stadtstand.serve.bulk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.MunicipalityRef;

/** Reads how states describe themselves. */
@Component
public class DescribedStates {

  /** A release that was only revoked brings no description; the one before it goes on. */
  private static final String DESCRIBED =
      """
      select m.name_de, m.name_en, m.ags, m.portal_url, m.publisher, m.standing, m.licence,
        m.licence_url, m.attribution, m.contact, m.accrual_periodicity, r.*
      from municipality m left join lateral (
        select title, description, licence_title, keywords, themes, homepage, publisher_type,
          contributor
        from release
        where municipality = m.record and id <= :release
          and coalesce(title, description, licence_title, homepage, publisher_type, contributor,
            array_to_string(keywords || themes, '')) is not null
        order by id desc limit 1) r on true
      where m.record = :place and m.since <= :release and m.until > :release
      """;

  /** A release's own, of some hundred bytes each. */
  private static final int KEPT = 2_000;

  private final JdbcClient jdbc;
  private final Cache<Key, Optional<DescribedState>> kept =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  DescribedStates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty before the first release. */
  public Optional<DescribedState> find(DataState state) {
    return kept.get(new Key(state.place(), state.id()), this::read);
  }

  /** What is withheld changes the reference, and so the key. */
  private record Key(MunicipalityRef place, int release) {}

  private Optional<DescribedState> read(Key key) {
    return jdbc.sql(DESCRIBED)
        .param("place", key.place().id())
        .param("release", key.release())
        .query((row, number) -> DescribedState.read(row))
        .optional();
  }
}
