package org.stadtstand.city.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.steps.DatedDecisions;
import org.stadtstand.record.listing.RecordReader;
import org.stadtstand.record.listing.RecordReader.KeyRef;
import org.stadtstand.record.time.Pin;

/** On which days decisions were taken. */
@Component
class DecisionDays implements DatedDecisions {

  private final RecordReader reader;

  DecisionDays(RecordReader reader) {
    this.reader = reader;
  }

  @Override
  public Optional<Dated> find(String key, Pin pin) {
    KeyRef ref = new KeyRef(key, pin);
    return Optional.ofNullable(reader.byKey(Decision.TYPE, List.of(ref)).get(ref))
        .map(decision -> new Dated(decision.title(), decision.decidedOn()));
  }
}
