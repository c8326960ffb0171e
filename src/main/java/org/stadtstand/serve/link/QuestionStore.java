package org.stadtstand.serve.link;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.cost.RateLimit;
import org.stadtstand.serve.request.CanonicalQuestion;
import org.stadtstand.serve.request.Question;

/**
 * Stores questions, provided that they can be answered, are short enough and do not exceed the
 * quota.
 */
@Component
public class QuestionStore {

  private final Answers answers;
  private final QuestionTable table;
  private final Blocks blocks;
  private final LinkSettings settings;
  private final Clock clock;
  private final RateLimit limit;

  QuestionStore(
      Answers answers,
      QuestionTable table,
      Blocks blocks,
      LinkSettings settings,
      RateLimit limit,
      Clock clock) {
    this.answers = answers;
    this.table = table;
    this.blocks = blocks;
    this.settings = settings;
    this.clock = clock;
    this.limit = limit;
  }

  /** Answers the question and, if the answer is whole, stores the question under a name. */
  public Stored store(Question question, String address) {
    limit.countStored(address);
    CanonicalQuestion wording = wording(question);
    blocks.refuse(wording.id());
    Answer answer = answers.ask(wording.question().called(wording.id()));
    if (!answer.whole()) {
      return new Stored(wording.id(), answer, false);
    }
    if (table.content(wording.id()).isEmpty() && table.count() >= settings.stored()) {
      throw new ApiError(
          ErrorCode.STORE_FULL,
          "This server stores no more questions.",
          "Use a link that carries its question: extensions.permanentLink of its answer.");
    }
    return new Stored(wording.id(), answer, keep(wording));
  }

  /**
   * Stores the question of an answer that is being cited for the first time. There is always room
   * for it: otherwise whoever fills the store would keep others from citing.
   */
  public void cite(CanonicalQuestion wording, String address) {
    limit.countStored(address);
    keep(wording);
  }

  private boolean keep(CanonicalQuestion wording) {
    return table.store(wording.id(), wording.content(), LocalDate.now(clock));
  }

  private CanonicalQuestion wording(Question question) {
    CanonicalQuestion wording = CanonicalQuestion.of(question);
    if (wording.content().length() > settings.storedCharacters()) {
      throw tooLong();
    }
    return wording;
  }

  private ApiError tooLong() {
    return new ApiError(
        ErrorCode.DOCUMENT_TOO_LARGE,
        "Document and variables are longer than " + settings.storedCharacters() + " characters.",
        "Ask for less in one question, or keep it on your side.");
  }

  /**
   * The outcome of storing a question.
   *
   * @param fresh whether it was not stored before
   */
  public record Stored(String id, Answer answer, boolean fresh) {}
}
