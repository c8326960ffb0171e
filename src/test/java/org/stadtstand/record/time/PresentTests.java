package org.stadtstand.record.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** Time arguments become the state at which a question is answered, or are rejected. */
class PresentTests {

  private static final MunicipalityRef CITY =
      new MunicipalityRef(1, "duesseldorf", "05111000", "051110000000", false);
  private static final MunicipalityRef DEMO =
      new MunicipalityRef(2, "musterstadt", "99999999", "999999999999", true);
  private static final Instant NOON = Instant.parse("2026-03-01T11:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private final Present present = fresh(4, NOON);

  @Test
  void nothingAskedMeansNewestAndToday() {
    assertThat(present.pin(new StateRequest(null, null)))
        .isEqualTo(new Pin(CITY, 3, 2, TODAY, true));
  }

  @Test
  void onChangesTheDayAlone() {
    LocalDate day = LocalDate.of(2025, 12, 31);
    assertThat(present.pin(new StateRequest("05111000", null, day, false)))
        .isEqualTo(new Pin(CITY, 3, 2, day, false));
  }

  @Test
  void aKnownDayMeansItsEndInBerlin() {
    assertThat(knownAt(LocalDate.of(2024, 4, 16)).number()).isZero();
    assertThat(knownAt(LocalDate.of(2024, 4, 17)).number()).isEqualTo(1);
    assertThat(knownAt(LocalDate.of(2025, 7, 6)).number()).isEqualTo(1);
    assertThat(knownAt(LocalDate.of(2025, 7, 7)).number()).isEqualTo(2);
  }

  @Test
  void aKnownMomentMeansItself() {
    KnownAt before = KnownAt.of(OffsetDateTime.parse("2025-07-07T23:59:59+02:00"));
    KnownAt after = KnownAt.of(OffsetDateTime.parse("2025-07-08T00:00:00+02:00"));
    assertThat(present.pin(new StateRequest(null, before)).number()).isEqualTo(1);
    assertThat(present.pin(new StateRequest(null, after)).number()).isEqualTo(2);
  }

  @Test
  void beforeTheFirstReleaseTheRecordIsEmpty() {
    Pin pin = knownAt(LocalDate.of(2020, 1, 1));
    assertThat(pin.release()).isZero();
  }

  @Test
  void theFutureIsRefusedButNotTheRestOfToday() {
    assertThat(knownAt(TODAY).number()).isEqualTo(2);
    assertThatThrownBy(() -> knownAt(TODAY.plusDays(1)))
        .isInstanceOfSatisfying(
            ApiError.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.FUTURE_MOMENT));
    KnownAt soon = KnownAt.of(OffsetDateTime.ofInstant(NOON.plusSeconds(60), ZoneOffset.UTC));
    assertThatThrownBy(() -> present.pin(new StateRequest(null, soon)))
        .isInstanceOf(ApiError.class);
  }

  @Test
  void allLeavesDemonstrationsOut() {
    assertThat(present.pins(new StateRequest("ALL", null)))
        .extracting(pin -> pin.place().key())
        .containsExactly("duesseldorf");
    assertThatThrownBy(() -> present.pin(new StateRequest("ALL", null)))
        .isInstanceOf(ApiError.class);
  }

  @Test
  void anUnknownNameIsRefused() {
    assertThatThrownBy(() -> present.pin(new StateRequest("koeln", null)))
        .isInstanceOfSatisfying(
            ApiError.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN_MUNICIPALITY));
  }

  @Test
  void aListIsContinuedInTheStateItBeganIn() {
    StateRequest asked = new StateRequest(null, null);
    assertThat(present.continued(asked, 1, TODAY))
        .containsExactly(new Pin(CITY, 1, 1, TODAY, false));
    assertThat(present.continued(asked, 4, TODAY))
        .containsExactly(new Pin(CITY, 3, 2, TODAY, true));
  }

  @Test
  void aNamedStateIsTheNewestOfItsPresent() {
    Present then = at("duesseldorf", 1, null);
    LocalDate day = LocalDate.of(2024, 4, 17);
    assertThat(then.pin(new StateRequest(null, null))).isEqualTo(new Pin(CITY, 1, 1, day, false));
    assertThat(then.pin(new StateRequest("musterstadt", null)).release()).isZero();
    assertThat(at("musterstadt", 2, TODAY).pin(new StateRequest(null, null)))
        .isEqualTo(new Pin(CITY, 3, 2, TODAY, false));
    assertThatThrownBy(() -> at("duesseldorf", 3, null))
        .isInstanceOfSatisfying(
            ApiError.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN_RELEASE));
  }

  @Test
  void anAnswerLastsThatNamesItsStatesOrIsAboutAPastThatIsOver() {
    StateRequest now = new StateRequest(null, null);
    assertThat(basis(present, now).lasting()).isFalse();
    assertThat(basis(fresh(4, NOON), now.of("ALL")).lasting()).isFalse();
    assertThat(basis(fresh(4, NOON), new StateRequest(null, null, TODAY, false)).lasting())
        .isFalse();
    assertThat(basis(fresh(4, NOON), knewAt("2025-07-06")).lasting()).isTrue();
    assertThat(basis(fresh(4, NOON), knewAt("2025-07-07")).lasting()).isFalse();
    assertThat(basis(at("duesseldorf", 2, null), now).lasting()).isTrue();
  }

  @Test
  void anAnswerHoldsUntilThePublicationOrTheDayItDependsOn() {
    Basis now = basis(fresh(3, NOON), new StateRequest(null, null));
    Basis then = basis(fresh(3, NOON), knewAt("2025-07-06"));
    Basis ofAll = basis(fresh(3, NOON), new StateRequest("ALL", null));
    Instant tomorrow = NOON.plusSeconds(86_400);
    assertThat(now.holds(fresh(3, NOON))).isTrue();
    assertThat(now.holds(fresh(4, NOON))).as("another city's release").isTrue();
    assertThat(ofAll.holds(fresh(4, NOON))).isFalse();
    assertThat(now.holds(fresh(3, tomorrow))).isFalse();
    assertThat(then.holds(fresh(3, tomorrow))).isTrue();
    assertThat(now.holds(fresh(2, NOON))).as("its own release").isFalse();
  }

  @Test
  void whatIsOnlyLookedUpIsNothingAnAnswerRestsOn() {
    BasisRecorder recorder = new BasisRecorder(fresh(4, NOON));
    recorder.pinned("duesseldorf", 1, TODAY);
    Present only = recorder.present();
    only.pins(new StateRequest("ALL", null));
    only.everyPin(new StateRequest(null, null));
    assertThat(only.places()).hasSize(2);
    assertThat(only.isHere(5)).isFalse();
    assertThat(only.revokedBy(only.release(3).orElseThrow())).isEmpty();
    assertThat(recorder.basis().lasting()).isTrue();
    assertThat(recorder.basis().everywhere()).isFalse();
    assertThat(recorder.basis().pins()).extracting(Pin::release).containsExactly(1);
  }

  @Test
  void whatALaterReleaseCouldAnswerOtherwiseIsNoted() {
    StateRequest now = new StateRequest(null, null);
    assertThat(noted(basis -> basis.isHere(4)).lasting()).isFalse();
    assertThat(noted(basis -> basis.continued(now, 4, TODAY)).lasting()).isFalse();
    assertThat(noted(basis -> basis.continued(now, 1, TODAY)).lasting()).isTrue();
    assertThat(noted(basis -> basis.everyPin(now)).everywhere()).isTrue();
    assertThat(noted(basis -> basis.revokedBy(basis.present().release(1).orElseThrow())).lasting())
        .isFalse();
    assertThat(
            noted(basis -> basis.asKnown(basis.pinned("duesseldorf", 2, TODAY), KnownAt.of(TODAY)))
                .lasting())
        .isFalse();
  }

  private static Basis noted(Consumer<BasisRecorder> work) {
    BasisRecorder recorder = new BasisRecorder(fresh(4, NOON));
    work.accept(recorder);
    return recorder.basis();
  }

  private Basis basis(Present present, StateRequest asked) {
    BasisRecorder recorder = new BasisRecorder(present);
    recorder.pins(asked);
    return recorder.basis();
  }

  private static StateRequest knewAt(String day) {
    return new StateRequest(null, KnownAt.of(LocalDate.parse(day)));
  }

  private static Present at(String municipality, int number, @Nullable LocalDate day) {
    return new Present(snapshot(4), "duesseldorf", NOON, new StateName(municipality, number, day));
  }

  private static Present fresh(int newest, Instant moment) {
    return new Present(snapshot(newest), "duesseldorf", moment);
  }

  private static Snapshot snapshot(int newest) {
    List<Release> releases =
        List.of(
            release(1, CITY, 1, "2024-04-17"),
            release(2, DEMO, 1, "2024-06-30"),
            release(3, CITY, 2, "2025-07-07"),
            release(4, DEMO, 2, "2025-12-31"));
    return Snapshot.of(4, List.of(CITY, DEMO), releases.stream(), WithheldValues.NONE)
        .until(newest);
  }

  @Property
  void knowledgeOnlyGrows(@ForAll @Size(2) List<@IntRange(max = 2000) Integer> daysAgo) {
    LocalDate one = TODAY.minusDays(daysAgo.get(0));
    LocalDate other = TODAY.minusDays(daysAgo.get(1));
    LocalDate earlier = one.isBefore(other) ? one : other;
    LocalDate later = one.isBefore(other) ? other : one;
    assertThat(knownAt(earlier).release()).isLessThanOrEqualTo(knownAt(later).release());
  }

  private Pin knownAt(LocalDate day) {
    return present.pin(new StateRequest(null, KnownAt.of(day)));
  }

  private static Release release(int id, MunicipalityRef place, int number, String standsFor) {
    LocalDate day = LocalDate.parse(standsFor);
    OffsetDateTime knownFrom = day.plusDays(1).atStartOfDay(Present.ZONE).toOffsetDateTime();
    return new Release(
        id,
        place,
        number,
        knownFrom,
        ReleaseKind.RECONSTRUCTED,
        day,
        knownFrom,
        null,
        null,
        new Seal("00", null, "", 0, 0, 0));
  }
}
