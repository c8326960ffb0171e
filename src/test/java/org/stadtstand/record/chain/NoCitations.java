package org.stadtstand.record.chain;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log of an installation in which nothing is ever cited. */
public final class NoCitations implements CitationLog {

  @Override
  public Optional<String> head(JdbcClient jdbc) {
    return Optional.empty();
  }

  @Override
  public void empty(JdbcClient jdbc, String municipality) {}

  @Override
  public CitationReport verify(
      JdbcClient jdbc, List<SealedHead> sealed, @Nullable KnownHead known) {
    return new CitationReport(0, 0, 0, 0, List.of(), "", List.of());
  }

  @Override
  public void export(JdbcClient jdbc, Consumer<String> sink) {}
}
