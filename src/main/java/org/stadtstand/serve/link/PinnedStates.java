package org.stadtstand.serve.link;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.Basis;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.record.time.StateName;
import org.stadtstand.record.time.StateRequest;
import org.stadtstand.serve.request.Question;

/** Reads the state named in a link, and names the state that an answer rests on. */
@Component
public class PinnedStates {

  private final ReleaseDirectory releases;

  private final CanonicalQuestions wordings;

  PinnedStates(ReleaseDirectory releases, CanonicalQuestions wordings) {
    this.releases = releases;
    this.wordings = wordings;
  }

  /** The state that an address names for a question; null for now. */
  public @Nullable StateName named(LinkAddress address, Question question) {
    Integer number = address.number();
    if (number == null) {
      return null;
    }
    if (address.municipality() != null) {
      return new StateName(address.municipality(), number, address.day());
    }
    String subject = wordings.of(question).subject();
    if (subject == null) {
      throw severalSubjects();
    }
    MunicipalityRef place = releases.present().pin(asked(subject)).place();
    return new StateName(place.key(), number, address.day());
  }

  /** The releases in which a question can be asked, oldest first. */
  public List<Release> all(Question question) {
    String subject = wordings.of(question).subject();
    if (subject == null) {
      throw severalSubjects();
    }
    Present present = releases.present();
    return present.releases(present.pin(asked(subject)).place());
  }

  /**
   * The release of a state that a question's answers have had by themselves; empty for one that is
   * counted by another municipality's releases, which came at other moments.
   */
  public Optional<Release> release(Question question, StateName state) {
    String subject = wordings.of(question).subject();
    if (subject == null) {
      return Optional.empty();
    }
    Present present = releases.present();
    MunicipalityRef place = present.pin(asked(subject)).place();
    return place.equals(present.place(state.municipality()))
        ? present.releases(place).stream()
            .filter(release -> release.number() == state.number())
            .findFirst()
        : Optional.empty();
  }

  private static ApiError severalSubjects() {
    return new ApiError(
        ErrorCode.BAD_LINK,
        "The question is about several municipalities, and each counts its own releases.",
        "Name one before the number: @duesseldorf.4 is the state in which all were when release"
            + " 4 of duesseldorf was published.");
  }

  /** A state of the default municipality. */
  public StateName ofDefault(int number, @Nullable LocalDate day) {
    return new StateName(releases.present().pin(asked("")).place().key(), number, day);
  }

  /** The same state, completed with the municipality's key and the day. */
  public StateName whole(StateName state) {
    Present present = releases.presentAt(state);
    return new StateName(
        present.place(state.municipality()).key(), state.number(), present.today());
  }

  /** What an archived answer rests on. */
  public Basis basis(StateName state) {
    BasisRecorder basis = new BasisRecorder(releases.presentAt(state));
    basis.pin(new StateRequest(state.municipality(), null));
    return basis.basis();
  }

  /**
   * The municipalities that, as far as this server knows, have redacted something since the answer
   * was read.
   */
  public List<String> redactedSince(Basis basis) {
    Present present = releases.present();
    return basis.pins().stream()
        .map(Pin::place)
        .filter(place -> !present.place(place.key()).equals(place))
        .map(MunicipalityRef::key)
        .distinct()
        .toList();
  }

  /**
   * The state after the @ in an answer's link. Of several municipalities it names the one that
   * published last: releases are numbered across all municipalities in order of publication, so
   * that this one fixes the others.
   */
  Optional<StateName> of(Question question, BasisRecorder recorder) {
    Basis basis = recorder.basis();
    Present present = recorder.present();
    StateName state = question.state();
    if (state != null) {
      String key = present.place(state.municipality()).key();
      return Optional.of(new StateName(key, state.number(), basis.today()));
    }
    Map<MunicipalityRef, Integer> newest = basis.newest();
    return basis.pins().stream()
        .map(Pin::place)
        .distinct()
        .map(place -> present.release(newest.getOrDefault(place, 0)).orElse(null))
        .filter(Objects::nonNull)
        .max(Comparator.comparingInt(Release::id))
        .map(last -> new StateName(last.place().key(), last.number(), basis.today()));
  }

  /** Includes the municipality, unless the question itself can only mean the default one. */
  String written(StateName state, Question question) {
    String stem = state.number() + "_" + state.day();
    boolean plain =
        "".equals(wordings.of(question).subject())
            && releases.present().pin(asked("")).place().key().equals(state.municipality());
    return plain ? stem : state.municipality() + "." + stem;
  }

  private static StateRequest asked(String subject) {
    return new StateRequest(subject.isEmpty() ? null : subject, null);
  }
}
