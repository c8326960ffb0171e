package org.stadtstand.serve.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.record.time.ReleasesRead;

/** What is published, how old it is, and how long ago this server last looked. */
@Component
class ReleaseMeters implements MeterBinder {

  private final ReleaseDirectory releases;
  private volatile @Nullable MultiGauge number;
  private volatile @Nullable MultiGauge publication;

  ReleaseMeters(ReleaseDirectory releases) {
    this.releases = releases;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("stadtstand.municipalities", releases, all -> all.present().places().size())
        .description("Municipalities with a release")
        .register(registry);
    Gauge.builder("stadtstand.redactions", releases, ReleaseMeters::redactions)
        .description("Entries in the list of withheld values")
        .register(registry);
    TimeGauge.builder(
            "stadtstand.poll.age", releases, TimeUnit.MILLISECONDS, all -> all.age().toMillis())
        .description("Since releases of other servers were last looked for with success")
        .register(registry);
    number =
        MultiGauge.builder("stadtstand.release.number")
            .description("Number of the newest release")
            .register(registry);
    publication =
        MultiGauge.builder("stadtstand.release.published")
            .description("When the newest release was published, since 1970")
            .baseUnit("seconds")
            .register(registry);
    read();
  }

  private static double redactions(ReleaseDirectory all) {
    return all.present().places().stream().mapToInt(MunicipalityRef::redactions).sum();
  }

  /** Municipalities come with releases, which any server may publish. */
  @EventListener
  void on(ReleasesRead read) {
    read();
  }

  private synchronized void read() {
    Present present = releases.present();
    List<Release> newest =
        present.places().stream().flatMap(place -> last(present, place)).toList();
    register(number, newest, Release::number);
    register(publication, newest, release -> release.publishedAt().toEpochSecond());
  }

  private static Stream<Release> last(Present present, MunicipalityRef place) {
    List<Release> all = present.releases(place);
    return all.isEmpty() ? Stream.empty() : Stream.of(all.getLast());
  }

  private static void register(
      @Nullable MultiGauge gauge, List<Release> releases, ToDoubleFunction<Release> value) {
    if (gauge != null) {
      gauge.register(
          releases.stream()
              .map(
                  release ->
                      MultiGauge.Row.of(
                          Tags.of("municipality", release.place().key()), release, value))
              .toList(),
          true);
    }
  }
}
