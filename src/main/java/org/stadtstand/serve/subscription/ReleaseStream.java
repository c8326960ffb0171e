package org.stadtstand.serve.subscription;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.schema.NodeId;
import org.stadtstand.graph.schema.ReleaseNode;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.format.Representation;

/** The releases of one municipality or of all: first the newest, then each that follows. */
final class ReleaseStream implements EventStream {

  private static final String TYPE = "Release";
  private static final String ALL = "ALL";

  private final SubscribedQuestion subscribed;
  private final PatientQuestions questions;
  private final ReleaseDirectory releases;
  private final EventFormat format;
  private @Nullable String position;

  /** The id of the last release that was told; -1 if that is to be found out. */
  private int told = -1;

  /**
   * @param position the id of the last release that was heard of; null if a subscription begins
   */
  ReleaseStream(
      SubscribedQuestion subscribed,
      PatientQuestions questions,
      ReleaseDirectory releases,
      @Nullable String position) {
    this.subscribed = subscribed;
    this.questions = questions;
    this.releases = releases;
    this.format = new EventFormat(subscribed.responseKey());
    this.position = position;
  }

  @Override
  public @Nullable StreamEvent next(ReleaseSignal signal, Duration patience) {
    try {
      Release release = following();
      if (release == null) {
        signal.await(patience);
        release = signal.isOver() ? null : following();
      }
      return release == null ? null : event(release, signal);
    } catch (ApiError refusal) {
      Representation told = questions.patient(ListenerQuestions.refusal(refusal), signal);
      return told == null ? null : StreamEvent.of(StreamEvent.Kind.REFUSED, "", told);
    }
  }

  private @Nullable Release following() {
    Present present = releases.present();
    String asked = subscribed.text("municipality");
    List<Release> all = all(present, asked);
    if (told < 0 && position == null) {
      return all.isEmpty() ? null : all.getLast();
    }
    if (told < 0) {
      told = heard(present, asked, String.valueOf(position));
    }
    return all.stream().filter(release -> release.id() > told).findFirst().orElse(null);
  }

  private static List<Release> all(Present present, @Nullable String asked) {
    Stream<MunicipalityRef> places =
        ALL.equals(asked)
            ? present.places().stream().filter(place -> !place.demo())
            : Stream.of(present.named(asked));
    return places
        .flatMap(place -> present.releases(place).stream())
        .sorted(Comparator.comparingInt(Release::id))
        .toList();
  }

  /** The release that an id names. */
  private static int heard(Present present, @Nullable String asked, String id) {
    NodeId named = NodeId.parse(id);
    MunicipalityRef place = present.place(named.municipality());
    if (!named.type().equals(TYPE)) {
      throw new ApiError(
          ErrorCode.BAD_ID,
          "This is the id of a " + named.type() + ", and not of a release.",
          "Go on from the id of the last release that you heard of.");
    }
    if (!ALL.equals(asked) && !place.equals(present.named(asked))) {
      throw new ApiError(
          ErrorCode.BAD_ID,
          "This is the id of a release of " + place.key() + ".",
          "Go on from a release of the municipality that you listen to.");
    }
    return present.releases(place).stream()
        .filter(release -> String.valueOf(release.number()).equals(named.key()))
        .findFirst()
        .map(Release::id)
        .orElseThrow(
            () ->
                new ApiError(
                    ErrorCode.NOT_YET_HERE,
                    "Release %s of %s is not here yet.".formatted(named.key(), place.key()),
                    "Ask again in some seconds; another server has told of it already."));
  }

  private @Nullable StreamEvent event(Release release, ReleaseSignal signal) {
    Representation answer = questions.ask(subscribed.release(release), format, signal);
    if (answer == null) {
      return null;
    }
    EventHead head = EventHead.of(answer);
    if (head.refused() || head.again()) {
      return StreamEvent.of(StreamEvent.Kind.REFUSED, "", answer);
    }
    told = release.id();
    String id = NodeId.lasting(TYPE, ReleaseNode.of(release));
    return StreamEvent.of(StreamEvent.Kind.NEXT, id, answer);
  }
}
