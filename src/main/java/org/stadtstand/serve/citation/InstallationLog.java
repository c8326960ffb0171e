package org.stadtstand.serve.citation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stadtstand.record.chain.CitationLog;
import org.stadtstand.record.chain.CitationReport;
import org.stadtstand.record.chain.KnownHead;

/** The log of citations as those who publish, redact and verify see it, with the owner's rights. */
@Component
class InstallationLog implements CitationLog {

  private static final String EMPTY =
      """
      update link.answer a set body = null, emptied_for = :municipality
      where body is not null and (
        exists (select from link.citation c
          where c.answer = a.sha256 and c.municipality = :municipality)
        or position(convert_to('"municipality":"' || :municipality || '"', 'UTF8') in body) > 0)
      """;

  @Override
  public Optional<String> head(JdbcClient jdbc) {
    return CitationTable.last(jdbc).map(CitationEntry::head);
  }

  /** Every answer that rests on the municipality, alone or with others. */
  @Override
  public void empty(JdbcClient jdbc, String municipality) {
    jdbc.sql(EMPTY).param("municipality", municipality).update();
  }

  @Override
  public CitationReport verify(
      JdbcClient jdbc, List<SealedHead> sealed, @Nullable KnownHead known) {
    return new CitationVerification(jdbc, sealed, known).verify();
  }

  @Override
  public void export(JdbcClient jdbc, Consumer<String> sink) {
    CitationTable.entries(jdbc, 0, Integer.MAX_VALUE, entry -> sink.accept(entry.published()));
  }
}
