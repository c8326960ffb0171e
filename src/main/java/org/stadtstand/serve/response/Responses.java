package org.stadtstand.serve.response;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.execution.AnswerMemory;
import org.stadtstand.ground.sql.Deadline;
import org.stadtstand.record.cache.AnswerCache;
import org.stadtstand.record.cache.SingleFlight;
import org.stadtstand.record.time.Basis;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.cost.Admission;
import org.stadtstand.serve.cost.Budget;
import org.stadtstand.serve.cost.CheckedDocuments;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.request.ParsedDocument;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.response.Response.Origin;

/**
 * Answers questions in a format, ready to be sent. Responses are cached by question, format and
 * coding, and stay valid as long as the same question would be answered the same, so that nothing
 * ever has to be invalidated.
 *
 * <p>A cached response is returned at once. Otherwise the first caller computes, caches and encodes
 * it, and others who ask the same meanwhile wait for the result. A waiting caller computes the
 * answer itself if the first one failed or answered at an older state.
 */
@Component
class Responses {

  private final Answers answers;
  private final CheckedDocuments documents;
  private final ReleaseDirectory releases;
  private final AnswerCache cache;
  private final Admission admission;
  private final Clock clock;
  private final SingleFlight<QuestionKey, Computed> flights = new SingleFlight<>();

  Responses(
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

  /** Charges what is computed; a cached answer costs no more than the request itself. */
  Response respond(Question question, Format format, ContentCoding coding) {
    ParsedDocument document = documents.find(question.document());
    if (document == null) {
      return Response.once(format.write(new Inquiry(question, answers)));
    }
    QuestionKey key = QuestionKey.of(document.id(), question, format);
    Response kept = kept(key, coding);
    if (kept == null) {
      Deadline deadline = admission.deadline();
      Miss miss = new Miss(question, key, coding);
      return Deadline.during(deadline, () -> shared(miss, deadline));
    }
    return kept;
  }

  /** The cached response, if the question would still be answered the same. */
  private @Nullable Response kept(QuestionKey key, ContentCoding coding) {
    Response found = find(key, coding);
    return found != null && holds(found, releases.present()) ? found : null;
  }

  private @Nullable Response find(QuestionKey key, ContentCoding coding) {
    return (Response) cache.find(key.in(coding));
  }

  private static boolean holds(Response response, Present present) {
    return response.validators() != null && response.validators().basis().holds(present);
  }

  private Response shared(Miss miss, Deadline deadline) {
    Present asked = releases.present();
    SingleFlight.Joined<Computed> joined =
        flights.join(miss.key(), () -> computed(miss), deadline.left());
    Computed computed = joined.value();
    if (computed == null || (joined.shared() && !holds(computed.plain(), asked))) {
      return computed(miss).coded();
    }
    if (!joined.shared()) {
      return computed.coded();
    }
    Response coded =
        computed.coding() == miss.coding() ? computed.coded() : coded(miss, computed.plain());
    return coded.by(Origin.SHARED);
  }

  private Computed computed(Miss miss) {
    // Another caller may have finished it since the first look into the cache.
    Response kept = kept(miss.key(), ContentCoding.IDENTITY);
    Response plain = kept == null ? written(miss) : kept;
    return new Computed(plain, miss.coding(), coded(miss, plain));
  }

  /** Asks and writes; if the database is away, an outdated answer is better than none. */
  private Response written(Miss miss) {
    Inquiry inquiry = new Inquiry(miss.question(), answers);
    Representation made = miss.key().format().write(inquiry);
    if (made.content() instanceof Representation.Bytes(byte[] bytes)) {
      Budget.current().write(bytes.length);
      AnswerMemory.keep(bytes.length);
    }
    Basis basis = made.basis();
    Response response =
        basis == null
            ? Response.once(made)
            : Response.computed(made, basis.changed(releases.present()), clock.instant());
    if (response.validators() != null) {
      return keep(miss.key().in(ContentCoding.IDENTITY), response)
          ? response
          : response.by(Origin.TOO_LARGE);
    }
    Response former = inquiry.unavailable() ? find(miss.key(), ContentCoding.IDENTITY) : null;
    return former == null ? response : former.by(Origin.STALE);
  }

  /**
   * The response in the requested coding. Its bytes are encoded once, however often they are sent.
   */
  private Response coded(Miss miss, Response plain) {
    if (miss.coding() == ContentCoding.IDENTITY || plain.validators() == null) {
      return plain;
    }
    Response coded = plain.coded(miss.coding(), find(miss.key(), miss.coding()));
    if (plain.origin() != Origin.STALE) {
      keep(miss.key().in(miss.coding()), coded);
    }
    return coded;
  }

  private boolean keep(QuestionKey.Coded key, Response response) {
    return cache.keep(key, response.by(Origin.KEPT), response.weight());
  }

  /** A question whose answer is not cached. */
  private record Miss(Question question, QuestionKey key, ContentCoding coding) {}

  /** A computed response, and the same in the coding that the first caller accepts. */
  private record Computed(Response plain, ContentCoding coding, Response coded) {}
}
