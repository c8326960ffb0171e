package org.stadtstand.record.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an answer rests on: the states it was read at, and the newest releases where it looked. It
 * decides whether the same question would get the same answer now.
 *
 * @param pins the states it was read at
 * @param lasting whether the answer can never change, because the question names its states
 * @param newest the id of the newest release of each municipality that was looked at
 * @param everywhere whether it also depends on which municipalities there are
 * @param today the day on which it was asked
 * @param missing the municipalities that belong into it, and had not arrived yet
 */
public record Basis(
    Set<Pin> pins,
    boolean lasting,
    Map<MunicipalityRef, Integer> newest,
    boolean everywhere,
    LocalDate today,
    List<AwaitedMunicipality> missing) {

  public Basis(
      Set<Pin> pins,
      boolean lasting,
      Map<MunicipalityRef, Integer> newest,
      boolean everywhere,
      LocalDate today) {
    this(pins, lasting, newest, everywhere, today, List.of());
  }

  /** Whether the question would get the same answer in that present. */
  public boolean holds(Present present) {
    Snapshot live = present.live();
    return (lasting || today.equals(present.today()))
        && (!everywhere || newest.size() == live.places().size())
        && live.awaited().containsAll(missing)
        && newest.entrySet().stream()
            .allMatch(entry -> holds(live, entry.getKey(), entry.getValue()));
  }

  /** Withholding something from a municipality changes its reference. */
  private static boolean holds(Snapshot live, MunicipalityRef place, int newest) {
    Release last = live.last(place);
    return last == null ? newest == 0 : last.id() == newest && last.place().equals(place);
  }

  /**
   * When the answer became what it is: the last time a release it rests on was published or taken
   * back, or something withheld from it or, unless the answer can never change, the start of its
   * day.
   */
  public Instant changed(Present present) {
    Snapshot live = present.live();
    Instant published =
        pins.stream()
            .flatMap(
                pin ->
                    live.releases(pin.place()).stream()
                        .filter(release -> release.id() == pin.release()))
            .flatMap(release -> Stream.concat(Stream.of(release), live.revokedBy(release).stream()))
            .map(release -> release.publishedAt().toInstant())
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    Stream<Instant> withheld = pins.stream().map(Pin::place).map(present::withheldAt);
    Instant begun = lasting ? Instant.EPOCH : today.atStartOfDay(Present.ZONE).toInstant();
    return Stream.concat(withheld, Stream.of(published, begun))
        .max(Comparator.naturalOrder())
        .orElse(published);
  }
}
