package org.stadtstand.serve.subscription;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.cost.Caller;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.request.Question;

/**
 * Asks for one subscription. What passes by itself is waited for: a listener has time, and its
 * place in the feed is not lost by waiting.
 */
final class PatientQuestions {

  private static final int PAUSE = 500;

  private final ListenerQuestions questions;
  private final Caller caller;
  private final Duration patience;
  private long troubledSince;
  private boolean troubled;

  PatientQuestions(ListenerQuestions questions, Caller caller, Duration patience) {
    this.questions = questions;
    this.caller = caller;
    this.patience = patience;
  }

  /** Null if it did not succeed, and is worth another attempt after the pause that was made. */
  @Nullable Representation ask(Question question, EventFormat format, ReleaseSignal signal) {
    return patient(questions.ask(caller, question, format), signal);
  }

  /** The answer, or null as above. */
  @Nullable Representation patient(Representation answer, ReleaseSignal signal) {
    if (!EventHead.of(answer).again()) {
      troubled = false;
      return answer;
    }
    long now = System.nanoTime();
    if (!troubled) {
      troubled = true;
      troubledSince = now;
    }
    if (now - troubledSince > patience.toNanos()) {
      return answer;
    }
    // Not all at the same moment, when a crowd was refused together.
    signal.await(Duration.ofMillis(PAUSE + ThreadLocalRandom.current().nextInt(2 * PAUSE)));
    return null;
  }
}
