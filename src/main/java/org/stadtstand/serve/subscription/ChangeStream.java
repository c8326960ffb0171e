package org.stadtstand.serve.subscription;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.request.Question;

/**
 * The feed of changes, page by page: first where the listener stands, and from then on whatever a
 * release adds. Its only memory is a cursor and the number of the release up to which was looked.
 */
final class ChangeStream implements EventStream {

  private final SubscribedQuestion subscribed;
  private final PatientQuestions questions;
  private final ReleaseSignals signals;
  private final EventFormat format;
  private @Nullable String position;
  private boolean begun;
  private boolean more;
  private int seen;

  /**
   * @param position the cursor from which an interrupted subscription goes on; null if it begins
   */
  ChangeStream(
      SubscribedQuestion subscribed,
      PatientQuestions questions,
      ReleaseSignals signals,
      @Nullable String position) {
    this.subscribed = subscribed;
    this.questions = questions;
    this.signals = signals;
    this.format = new EventFormat(subscribed.responseKey());
    this.position = position;
  }

  @Override
  public @Nullable StreamEvent next(ReleaseSignal signal, Duration patience) {
    if (begun && !more && signals.newest() <= seen) {
      signal.await(patience);
      if (signal.isOver() || signals.newest() <= seen) {
        return null;
      }
    }
    // Read before the question, so that a release that arrives meanwhile is asked for again.
    int newest = signals.newest();
    Question question = position == null ? subscribed.beginning() : subscribed.after(position);
    Representation answer = questions.ask(question, format, signal);
    return answer == null ? null : event(answer, newest);
  }

  private @Nullable StreamEvent event(Representation answer, int newest) {
    EventHead head = EventHead.of(answer);
    if (head.refused() || head.again()) {
      return StreamEvent.of(StreamEvent.Kind.REFUSED, "", answer);
    }
    boolean first = !begun;
    begun = true;
    position = head.end();
    more = head.more();
    seen = newest;
    // The first tells where the listener stands, so that it can go on from there even if it never
    // hears another.
    return head.empty() && !first
        ? null
        : StreamEvent.of(StreamEvent.Kind.NEXT, head.end(), answer);
  }
}
