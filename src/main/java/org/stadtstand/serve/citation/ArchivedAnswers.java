package org.stadtstand.serve.citation;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.link.CanonicalQuestions;
import org.stadtstand.serve.request.Question;

/**
 * Returns archived answers before asking the engine. The schema may have changed since, and a cited
 * answer must stay the same in every format.
 */
@Primary
@Component
class ArchivedAnswers implements Answers {

  private static final Logger log = LoggerFactory.getLogger(ArchivedAnswers.class);

  private final Answers engine;
  private final Archive archive;
  private final CanonicalQuestions wordings;

  ArchivedAnswers(
      @Qualifier("engine") Answers engine, Archive archive, CanonicalQuestions wordings) {
    this.engine = engine;
    this.archive = archive;
    this.wordings = wordings;
  }

  @Override
  public Answer ask(Question question) {
    StateName state = question.state();
    Optional<Answer> archived = state == null ? Optional.empty() : archived(question, state);
    return archived.orElseGet(() -> engine.ask(question));
  }

  private Optional<Answer> archived(Question question, StateName state) {
    String id = question.name();
    try {
      return archive.find(id == null ? wordings.of(question).wording().id() : id, state);
    } catch (ApiError refused) {
      // The engine reports best what is wrong with the question.
      return Optional.empty();
    } catch (DataAccessException e) {
      // As long as the schema is unchanged, the engine gives the same answer from memory.
      log.warn("Cannot look for a cited answer: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
