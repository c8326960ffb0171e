package org.stadtstand.serve.subscription;

import java.time.Duration;
import org.stadtstand.serve.cost.Caller;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.request.Question;

/** An ordinary question, or one that is refused: both protocols carry those, too. */
record SingleAnswer(ListenerQuestions questions, Caller caller, Question question)
    implements EventStream {

  @Override
  public StreamEvent next(ReleaseSignal signal, Duration patience) {
    Representation answer = questions.ask(caller, question, new EventFormat(""));
    boolean refused = EventHead.of(answer).refused();
    return StreamEvent.of(refused ? StreamEvent.Kind.REFUSED : StreamEvent.Kind.LAST, "", answer);
  }
}
