package org.stadtstand.serve.response;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Deadline;
import org.stadtstand.record.cache.AnswerCache;
import org.stadtstand.record.cache.Flights;
import org.stadtstand.record.time.Basis;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.answer.FinishedAnswer;
import org.stadtstand.serve.cost.Admission;
import org.stadtstand.serve.cost.CheckedDocuments;
import org.stadtstand.serve.cost.MeasuredDocument;
import org.stadtstand.serve.cost.Toll;
import org.stadtstand.serve.format.Form;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.response.Ready.Origin;

/**
 * Questions answered in a form, ready to be sent: what the endpoint, permanent links and downloads
 * call. Bytes are kept under their question, form and coding, and are good as long as the same
 * question would be answered the same: nobody has to say that something has changed. Who asks what
 * somebody else is asking just now waits for that answer.
 */
@Component
public class FinishedAnswers {

  private final Answers answers;
  private final CheckedDocuments documents;
  private final ReleaseDirectory releases;
  private final AnswerCache cache;
  private final Admission admission;
  private final Clock clock;
  private final Flights<QuestionKey.Coded, Ready> flights = new Flights<>();

  FinishedAnswers(
      Answers answers,
      CheckedDocuments documents,
      ReleaseDirectory releases,
      AnswerCache cache,
      Admission admission,
      Clock clock) {
    this.answers = answers;
    this.documents = documents;
    this.releases = releases;
    this.cache = cache;
    this.admission = admission;
    this.clock = clock;
  }

  /** For what the server asks itself: not coded, and free. */
  public FinishedAnswer finish(Question question, Form form) {
    return finish(question, form, Coding.IDENTITY, Toll.FREE).answer();
  }

  /** The toll is taken before anything is worked out, and less for what is there. */
  public Ready finish(Question question, Form form, Coding coding, Toll toll) {
    MeasuredDocument document = documents.measured(question.document());
    if (document == null) {
      toll.pay(Toll.KEPT);
      return Ready.once(form.finish(question, answers));
    }
    QuestionKey key = QuestionKey.of(document.key(), question, form);
    Ready kept = kept(key, coding);
    if (kept == null) {
      Deadline deadline = admission.deadline();
      Miss miss = new Miss(question, document, key, deadline, toll);
      return Deadline.during(deadline, () -> obtained(miss, coding));
    }
    toll.pay(Toll.KEPT);
    documents.keep(question.document(), document);
    return kept;
  }

  private @Nullable Ready kept(QuestionKey key, Coding coding) {
    Written written = find(key, coding);
    return written != null && written.basis().holds(releases.present())
        ? Ready.of(written, Origin.KEPT)
        : null;
  }

  private @Nullable Written find(QuestionKey key, Coding coding) {
    return (Written) cache.find(key.in(coding));
  }

  private Ready obtained(Miss miss, Coding coding) {
    Present asked = releases.present();
    Flights.Joined<Ready> joined =
        flights.join(miss.key().in(coding), () -> computed(miss, coding), miss.deadline().left());
    Ready ready = joined.value();
    if (ready != null && !joined.shared()) {
      return ready;
    }
    Written written = ready == null ? null : ready.written();
    if (written != null && written.basis().holds(asked)) {
      miss.toll().pay(Toll.KEPT);
      return Ready.of(written, Origin.SHARED);
    }
    return computed(miss, coding);
  }

  private Ready computed(Miss miss, Coding coding) {
    return coding == Coding.IDENTITY
        ? computed(miss)
        : coded(miss.key(), obtained(miss, Coding.IDENTITY), coding);
  }

  private Ready computed(Miss miss) {
    // Somebody may have finished it between the look into the cache and here.
    Ready kept = kept(miss.key(), Coding.IDENTITY);
    if (kept != null) {
      miss.toll().pay(Toll.KEPT);
      return kept;
    }
    miss.toll().pay(documents.cost(miss.document(), miss.question().variables()).units());
    Watched watched = new Watched(answers);
    FinishedAnswer finished = miss.key().form().finish(miss.question(), watched);
    Written written = written(finished);
    if (written != null) {
      boolean stored = cache.keep(miss.key().in(Coding.IDENTITY), written, written.weight());
      return Ready.of(written, stored ? Origin.COMPUTED : Origin.TOO_LARGE);
    }
    Written former = watched.unavailable() ? find(miss.key(), Coding.IDENTITY) : null;
    return former == null ? Ready.once(finished) : Ready.of(former, Origin.STALE);
  }

  private @Nullable Written written(FinishedAnswer finished) {
    Basis basis = finished.basis();
    return basis == null
        ? null
        : Written.of(finished, basis.changed(releases.present()), clock.instant());
  }

  private Ready coded(QuestionKey key, Ready ready, Coding coding) {
    Written plain = ready.written();
    if (plain == null) {
      return ready;
    }
    Written known = find(key, coding);
    Written coded = known == null ? plain.coded(coding) : plain.coded(coding, known);
    if (ready.origin() != Origin.STALE) {
      cache.keep(key.in(coding), coded, coded.weight());
    }
    return Ready.of(coded, ready.origin());
  }

  /** A question whose answer is not there. */
  private record Miss(
      Question question,
      MeasuredDocument document,
      QuestionKey key,
      Deadline deadline,
      Toll toll) {}
}
