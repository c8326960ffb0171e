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
  private final ReleaseBell bell;
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
      ReleaseBell bell,
      @Nullable String position) {
    this.subscribed = subscribed;
    this.questions = questions;
    this.bell = bell;
    this.format = new EventFormat(subscribed.responseKey());
    this.position = position;
  }

  @Override
  public @Nullable StreamEvent next(Ear ear, Duration patience) {
    if (begun && !more && bell.newest() <= seen) {
      ear.listen(patience);
      if (ear.isOver() || bell.newest() <= seen) {
        return null;
      }
    }
    // Read before the question, so that a release that arrives meanwhile is asked for again.
    int newest = bell.newest();
    Question question = position == null ? subscribed.beginning() : subscribed.after(position);
    Representation answer = questions.ask(question, format, ear);
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
