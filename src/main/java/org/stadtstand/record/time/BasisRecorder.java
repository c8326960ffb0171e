package org.stadtstand.record.time;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.stadtstand.ground.text.Text;

/**
 * Records what one answer rests on while it is being built, and thus how long the answer may be
 * cached. Anything a later release could change in an answer is requested here; look-ups in the
 * {@link Present} itself leave no trace.
 */
public final class BasisRecorder {

  private static final Comparator<Text> BY_WORDS = Comparator.comparing(Text::de);

  private final Present present;
  private final Set<Pin> pins = ConcurrentHashMap.newKeySet();
  private final Map<StateRequest, List<Pin>> answered = new ConcurrentHashMap<>();
  private final Map<Pin, Set<Text>> notices = new ConcurrentHashMap<>();
  private volatile boolean changing;
  private volatile boolean everywhere;
  private volatile List<AwaitedMunicipality> missing = List.of();

  public BasisRecorder(Present present) {
    this.present = present;
  }

  public Present present() {
    return present;
  }

  /** The pins at which the request has been answered so far. */
  public Set<Pin> pins() {
    return pins;
  }

  /** The pins at which a state asked for has been answered; none if it has not. */
  public List<Pin> answered(StateRequest asked) {
    return answered.getOrDefault(asked, List.of());
  }

  /** Tells the reader of the answer something about what it says of a state. */
  public void notice(Pin pin, Text notice) {
    notices.computeIfAbsent(pin, state -> new ConcurrentSkipListSet<>(BY_WORDS)).add(notice);
  }

  /**
   * What there is to tell about a state, in an order that is always the same. States that nobody
   * asked for, such as the points of a series, are told with those of their municipality.
   */
  public Collection<Text> notices(Pin pin) {
    Set<Text> told = new TreeSet<>(BY_WORDS);
    notices.forEach(
        (of, texts) -> {
          if (of.equals(pin) || !pins.contains(of) && of.place().equals(pin.place())) {
            told.addAll(texts);
          }
        });
    return told;
  }

  /** What the request has been answered from so far. */
  public Basis basis() {
    Snapshot live = present.live();
    Stream<MunicipalityRef> places =
        everywhere ? live.places().stream() : pins.stream().map(Pin::place).distinct();
    Map<MunicipalityRef, Integer> newest = new HashMap<>();
    places.forEach(place -> newest.put(place, live.newest(place)));
    return new Basis(
        Set.copyOf(pins), !changing, Map.copyOf(newest), everywhere, present.today(), missing);
  }

  /** Like {@link Present#pin}. */
  public Pin pin(StateRequest asked) {
    return noted(asked, List.of(present.pin(asked))).getFirst();
  }

  /** The municipalities that belong into the answer, and have not arrived yet. */
  public List<AwaitedMunicipality> missing() {
    return missing;
  }

  private void everywhere(boolean withDemos) {
    everywhere = true;
    missing =
        present.live().awaited().stream()
            .filter(one -> withDemos || !one.demo() || missing.contains(one))
            .toList();
    changing |= !missing.isEmpty();
  }

  /** Like {@link Present#pins}. */
  public List<Pin> pins(StateRequest asked) {
    if (asked.isOfAll()) {
      everywhere(false);
    }
    return noted(asked, present.pins(asked));
  }

  /** Like {@link Present#everyPin}. */
  public List<Pin> everyPin(StateRequest asked) {
    everywhere(true);
    return noted(asked, present.everyPin(asked));
  }

  /** Like {@link Present#continued}. */
  public List<Pin> continued(StateRequest asked, int release, LocalDate day) {
    if (asked.isOfAll()) {
      everywhere(false);
    }
    return noted(asked, present.continued(asked, release, day));
  }

  /** Like {@link Present#asKnown}. */
  public Pin asKnown(Pin pin, KnownAt knownAt) {
    return noted(present.asKnown(pin, knownAt));
  }

  /** Like {@link Present#pinned}; such an answer can never change. */
  public Pin pinned(String municipality, int number, LocalDate day) {
    Pin pin = present.pinned(municipality, number, day);
    pins.add(pin);
    return pin;
  }

  /** Like {@link Present#isHere}. */
  public boolean isHere(int release) {
    changing |= !present.isNamed();
    return present.isHere(release);
  }

  /** Like {@link Present#revokedBy}. */
  public Optional<Release> revokedBy(Release release) {
    changing |= !present.isNamed();
    return present.revokedBy(release);
  }

  private List<Pin> noted(StateRequest asked, List<Pin> read) {
    answered.put(asked, read);
    read.forEach(this::noted);
    return read;
  }

  /** The next release changes any answer at the newest one, however that was requested. */
  private Pin noted(Pin pin) {
    pins.add(pin);
    changing |= present.isNewest(pin);
    return pin;
  }
}
