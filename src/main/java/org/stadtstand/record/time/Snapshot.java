package org.stadtstand.record.time;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Nearest;

/**
 * All releases at one moment.
 *
 * @param newest the id of the last one that counts; later ones are present but not visible
 * @param byPlace by the number of their municipality, oldest first
 * @param byId the same by their own number, as each answer looks some up
 * @param awaited not among the places, even if some of their releases are there
 */
record Snapshot(
    int newest,
    List<MunicipalityRef> places,
    Map<Integer, List<Release>> byPlace,
    Map<Integer, Release> byId,
    WithheldValues withheld,
    List<AwaitedMunicipality> awaited) {

  static Snapshot of(
      int newest, List<MunicipalityRef> places, Stream<Release> releases, WithheldValues withheld) {
    Map<Integer, List<Release>> byPlace =
        releases.collect(Collectors.groupingBy(release -> release.place().id()));
    Map<Integer, Release> byId =
        byPlace.values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(Release::id, Function.identity()));
    return new Snapshot(newest, places, byPlace, byId, withheld, List.of());
  }

  Snapshot awaiting(List<AwaitedMunicipality> awaited) {
    List<MunicipalityRef> arrived =
        places.stream()
            .filter(place -> awaited.stream().noneMatch(one -> one.isCalled(place.key())))
            .toList();
    return new Snapshot(newest, arrived, byPlace, byId, withheld, List.copyOf(awaited));
  }

  List<Release> releases(MunicipalityRef place) {
    List<Release> all = byPlace.getOrDefault(place.id(), List.of());
    return all.isEmpty() || all.getLast().id() <= newest
        ? all
        : all.stream().filter(release -> release.id() <= newest).toList();
  }

  /** The id of a municipality's newest release; 0 before its first one. */
  int newest(MunicipalityRef place) {
    Release last = last(place);
    return last == null ? 0 : last.id();
  }

  @Nullable Release last(MunicipalityRef place) {
    List<Release> releases = releases(place);
    return releases.isEmpty() ? null : releases.getLast();
  }

  MunicipalityRef place(String name) {
    awaited.stream()
        .filter(one -> one.isCalled(name))
        .forEach(
            one -> {
              throw new ApiError(
                  ErrorCode.NOT_YET_HERE,
                  "The data of " + one.key() + " are being imported for the first time.",
                  "Ask again in some seconds.");
            });
    return places.stream()
        .filter(place -> place.isCalled(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ApiError(
                    ErrorCode.UNKNOWN_MUNICIPALITY,
                    "No municipality is called \"" + name + "\" here.",
                    places.isEmpty()
                        ? "Nothing is published here yet; the server's log says what it has"
                            + " imported."
                        : meant(name)
                            + "Use the key, AGS or ARS of one of"
                            + " municipalities { nodes { key ags ars } }."));
  }

  /** The name is the first thing that anybody types. */
  private String meant(String name) {
    return new Nearest(places.stream().map(MunicipalityRef::key).toList())
        .to(name)
        .map("Did you mean %s? "::formatted)
        .orElse("");
  }

  Release numbered(MunicipalityRef place, int number) {
    return releases(place).stream()
        .filter(release -> release.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new ApiError(
                    ErrorCode.UNKNOWN_RELEASE,
                    place.key() + " has no release " + number + ".",
                    "Ask releases { nodes { number } } for those there are."));
  }

  /** The total number of redactions. */
  int redactions() {
    return places.stream().mapToInt(MunicipalityRef::redactions).sum();
  }

  Optional<Release> revokedBy(Release release) {
    return releases(release.place()).stream()
        .filter(later -> Integer.valueOf(release.id()).equals(later.revokes()))
        .findFirst();
  }

  /** The releases that took back the given one, or an earlier one that still stood then. */
  List<Release> takenBackAfter(Release state) {
    return releases(state.place()).stream()
        .filter(later -> later.id() > state.id())
        .filter(later -> later.revokes() instanceof Integer revoked && revoked <= state.id())
        .toList();
  }

  Optional<Release> release(int id) {
    return id > newest ? Optional.empty() : Optional.ofNullable(byId.get(id));
  }

  /** The releases up to the given one, with municipalities as known now; oldest first for each. */
  Stream<Release> kept(int release, Map<Integer, MunicipalityRef> places) {
    return byPlace.values().stream()
        .flatMap(List::stream)
        .filter(earlier -> earlier.id() <= release)
        .map(earlier -> earlier.of(places.getOrDefault(earlier.place().id(), earlier.place())));
  }

  /** The same without anything published after a release. */
  Snapshot until(int release) {
    return new Snapshot(release, places, byPlace, byId, withheld, awaited);
  }
}
