package org.stadtstand.serve.subscription;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.record.time.ReleasesRead;

/**
 * Signals that this server has learnt of a release. A signal says only that there is something new;
 * what is new, each listener finds by the number of the release up to which it has heard. So one
 * that is missed loses nothing, and it makes no difference which server published.
 */
@Component
class ReleaseSignals {

  private final ReleaseDirectory releases;
  private final Set<ReleaseSignal> signals = ConcurrentHashMap.newKeySet();

  ReleaseSignals(ReleaseDirectory releases) {
    this.releases = releases;
  }

  @EventListener
  void on(ReleasesRead read) {
    signals.forEach(ReleaseSignal::raise);
  }

  /** The id of the newest release that this server knows. */
  int newest() {
    return releases.present().newest();
  }

  /** To be closed when nobody listens any more. */
  ReleaseSignal open() {
    ReleaseSignal signal = new ReleaseSignal(signals::remove);
    signals.add(signal);
    return signal;
  }
}
