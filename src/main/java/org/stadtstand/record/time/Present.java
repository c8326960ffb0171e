package org.stadtstand.record.time;

import com.github.benmanes.caffeine.cache.Interner;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * What "now" means for one request: the releases that existed when it arrived, and the moment. All
 * its pins come from here, so that a publication in between changes nothing. It is immutable; what
 * an answer rests on is recorded by a {@link BasisRecorder}.
 */
public final class Present {

  /** The time zone in which days begin and end. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /** One instance for equal pins, so that comparing cache keys is cheap. */
  private static final Interner<Pin> PINS = Interner.newWeakInterner();

  private final Snapshot live;
  private final Snapshot snapshot;
  private final String defaultMunicipality;
  private final Instant moment;
  private final LocalDate today;
  private final boolean named;

  Present(Snapshot snapshot, String defaultMunicipality, Instant moment) {
    this.live = snapshot;
    this.snapshot = snapshot;
    this.defaultMunicipality = defaultMunicipality;
    this.moment = moment;
    this.today = LocalDate.ofInstant(moment, ZONE);
    this.named = false;
  }

  /** As if the named release were the newest, and its day were today. */
  Present(Snapshot live, String defaultMunicipality, Instant moment, StateName state) {
    this.live = live;
    this.defaultMunicipality = defaultMunicipality;
    Release release = live.numbered(live.place(state.municipality()), state.number());
    this.snapshot = live.until(release.id());
    this.today = state.day() == null ? release.standsFor() : state.day();
    Instant over = today.plusDays(1).atStartOfDay(ZONE).toInstant();
    this.moment = over.isBefore(moment) ? over : moment;
    this.named = true;
  }

  public Instant moment() {
    return moment;
  }

  public LocalDate today() {
    return today;
  }

  /** Whether this is a state named by the question, which no later release changes. */
  boolean isNamed() {
    return named;
  }

  /** Whether the municipality's next release will replace the pin's. */
  boolean isNewest(Pin pin) {
    return !named && pin.release() == snapshot.newest(pin.place());
  }

  /** When answers about a municipality last lost something by law; before everything if never. */
  public Instant withheldAt(MunicipalityRef place) {
    return live.withheld().latest(place);
  }

  Snapshot live() {
    return live;
  }

  /** The pin of one municipality, or of the default one if none is named. */
  public Pin pin(StateRequest asked) {
    if (asked.isOfAll()) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "ALL cannot be asked for here.",
          "Name one municipality by its key, AGS or ARS.");
    }
    return pin(named(asked.municipality()), asked);
  }

  /** The pins of all requested municipalities; ALL excludes demonstration cities. */
  public List<Pin> pins(StateRequest asked) {
    if (!asked.isOfAll()) {
      return List.of(pin(asked));
    }
    return snapshot.places().stream()
        .filter(place -> !place.demo())
        .map(place -> pin(place, asked))
        .toList();
  }

  /** The pins of all municipalities, including demonstration cities. */
  public List<Pin> everyPin(StateRequest asked) {
    return snapshot.places().stream().map(place -> pin(place, asked)).toList();
  }

  /** What is asked for, in words that are the same however the municipality was named. */
  public String state(StateRequest asked) {
    String place = asked.isOfAll() ? asked.municipality() : named(asked.municipality()).key();
    return asked.of(place).toString();
  }

  /**
   * The pins for continuing a list: the releases up to the newest one when it was begun, and, if it
   * was begun plainly now, that day.
   */
  public List<Pin> continued(StateRequest asked, int release, LocalDate day) {
    return pins(asked).stream()
        .map(pin -> asked.isPlainlyNow() ? pin.on(day) : pin)
        .map(pin -> pin.release() <= release ? pin : earlier(pin, release))
        .filter(pin -> pin.release() > 0 || !asked.isOfAll())
        .toList();
  }

  private Pin earlier(Pin pin, int release) {
    Release then = null;
    for (Release candidate : releases(pin.place())) {
      then = candidate.id() <= release ? candidate : then;
    }
    return at(pin.place(), then, pin.day(), false);
  }

  /** Whether this server knows the release with this id, whatever state was requested. */
  public boolean isHere(int release) {
    return release <= live.newest();
  }

  /** The same municipality as known at another moment. */
  public Pin asKnown(Pin pin, KnownAt knownAt) {
    return pin(pin.place(), new StateRequest(null, knownAt));
  }

  /** The pin named by an id or a permanent link. */
  public Pin pinned(String municipality, int number, LocalDate day) {
    MunicipalityRef place = place(municipality);
    return PINS.intern(new Pin(place, snapshot.numbered(place, number).id(), number, day, false));
  }

  /** What is withheld by law, in any state. */
  public WithheldValues withheld() {
    return live.withheld();
  }

  public List<Release> releases(MunicipalityRef place) {
    return snapshot.releases(place);
  }

  /** The id of the newest release that this server knows, whoever published it; 0 if none. */
  public int newest() {
    return live.newest();
  }

  /** Whether nothing at all has been published. */
  public boolean isEmpty() {
    return live.newest() == 0;
  }

  public List<MunicipalityRef> places() {
    return snapshot.places();
  }

  public Optional<Release> release(int id) {
    return snapshot.release(id);
  }

  /** The release that took back another, as far as this present knows. */
  public Optional<Release> revokedBy(Release release) {
    return snapshot.revokedBy(release);
  }

  /** The later releases that, by this moment, have taken back something the state rests on. */
  public List<Release> takenBackSince(Release state) {
    return live.takenBackAfter(state);
  }

  /** The municipality with this key, AGS or ARS. */
  public MunicipalityRef place(String name) {
    return snapshot.place(name);
  }

  /** The municipality that is meant where none is named, if it is here. */
  public Optional<MunicipalityRef> defaultPlace() {
    return called(defaultMunicipality);
  }

  /** The municipality with this key, AGS or ARS, if there is one. */
  public Optional<MunicipalityRef> called(String name) {
    return places().stream().filter(place -> place.isCalled(name)).findFirst();
  }

  /** The same; the default one if none is named. */
  public MunicipalityRef named(@Nullable String name) {
    return place(name == null ? defaultMunicipality : name);
  }

  private Pin pin(MunicipalityRef place, StateRequest asked) {
    KnownAt knownAt = asked.knownAt();
    Release last = knownAt == null ? snapshot.last(place) : known(place, knownAt.end(moment));
    LocalDate day = knownAt == null ? today : knownAt.day();
    if (asked.onItsDay() && last != null) {
      day = last.standsFor();
    } else if (asked.on() != null) {
      day = asked.on();
    }
    return at(place, last, day, asked.isPlainlyNow() && !named);
  }

  private @Nullable Release known(MunicipalityRef place, Instant until) {
    Release last = null;
    for (Release release : releases(place)) {
      if (!release.knownFrom().toInstant().isAfter(until)) {
        last = release;
      }
    }
    return last;
  }

  private static Pin at(
      MunicipalityRef place, @Nullable Release release, LocalDate day, boolean plain) {
    return PINS.intern(
        release == null
            ? new Pin(place, 0, 0, day, plain)
            : new Pin(place, release.id(), release.number(), day, plain));
  }
}
