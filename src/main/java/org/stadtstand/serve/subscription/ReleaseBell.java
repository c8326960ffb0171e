package org.stadtstand.serve.subscription;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.record.time.ReleasesRead;

/**
 * Rings when this server has learnt of a release. It says only that there is something new; what is
 * new, each listener finds by the number of the release up to which it has heard. So a ring that is
 * missed loses nothing, and it makes no difference which server published.
 */
@Component
class ReleaseBell {

  private final ReleaseDirectory releases;
  private final Set<Ear> ears = ConcurrentHashMap.newKeySet();

  ReleaseBell(ReleaseDirectory releases) {
    this.releases = releases;
  }

  @EventListener
  void on(ReleasesRead read) {
    ears.forEach(Ear::ring);
  }

  /** The id of the newest release that this server knows. */
  int newest() {
    return releases.present().newest();
  }

  /** To be closed when nobody listens any more. */
  Ear ear() {
    Ear ear = new Ear(ears::remove);
    ears.add(ear);
    return ear;
  }
}
