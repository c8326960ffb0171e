package org.stadtstand.serve.subscription;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.cost.Caller;
import org.stadtstand.serve.cost.CheckedDocuments;
import org.stadtstand.serve.request.ParsedDocument;
import org.stadtstand.serve.request.Question;

/** Turns questions into streams of events. */
@Component
class Subscriptions {

  private final CheckedDocuments documents;
  private final ListenerQuestions questions;
  private final ReleaseSignals signals;
  private final ReleaseDirectory releases;
  private final SubscriptionSettings settings;

  Subscriptions(
      CheckedDocuments documents,
      ListenerQuestions questions,
      ReleaseSignals signals,
      ReleaseDirectory releases,
      SubscriptionSettings settings) {
    this.documents = documents;
    this.questions = questions;
    this.signals = signals;
    this.releases = releases;
    this.settings = settings;
  }

  boolean isOne(Question question) {
    ParsedDocument document = documents.find(question.document());
    return document != null && document.isSubscription(question.operation());
  }

  /**
   * The events that answer a question; a mistake in it is the only event there is.
   *
   * @param lastHeard the id of the last event of an interrupted stream; null if it begins
   */
  EventStream open(Caller caller, Question question, @Nullable String lastHeard) {
    // Only what fits the schema: of anything else the engine says best what is wrong.
    ParsedDocument document = documents.fitting(question.document());
    SubscribedQuestion subscribed =
        document == null ? null : SubscribedQuestion.of(document, question);
    if (subscribed == null) {
      return new SingleAnswer(questions, caller, question);
    }
    PatientQuestions patient = new PatientQuestions(questions, caller, settings.patience());
    return subscribed.isOfReleases()
        ? new ReleaseStream(
            subscribed,
            patient,
            releases,
            lastHeard == null ? subscribed.text(SubscribedQuestion.AFTER) : lastHeard)
        : new ChangeStream(subscribed, patient, signals, lastHeard);
  }
}
