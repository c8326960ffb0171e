package org.stadtstand.serve.citation;

import graphql.language.Field;
import graphql.language.OperationDefinition;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.link.LinkedQuestion;
import org.stadtstand.serve.link.PinnedStates;
import org.stadtstand.serve.link.QuestionStore;
import org.stadtstand.serve.request.CanonicalQuestion;
import org.stadtstand.serve.request.ParsedDocument;
import org.stadtstand.serve.request.Question;

/**
 * Cites answers. Each cited answer is pinned, stored and archived so that it can be found again.
 */
@Component
public class AnswerCitations {

  private final Answers answers;
  private final QuestionStore storing;
  private final Archive archive;
  private final PinnedStates states;
  private final Clock clock;

  AnswerCitations(
      Answers answers, QuestionStore storing, Archive archive, PinnedStates states, Clock clock) {
    this.answers = answers;
    this.storing = storing;
    this.archive = archive;
    this.states = states;
    this.clock = clock;
  }

  /**
   * Cites the answer to a question.
   *
   * @param state null for now
   * @param server the address of this server, as the citation prints it
   */
  public AnswerCitation cite(
      LinkedQuestion linked, @Nullable StateName state, String server, String caller) {
    CanonicalQuestion wording = linked.wording();
    Question question = wording.question().called(wording.id());
    StateName pinned = state == null ? newest(question) : states.whole(state);
    Answer answer = whole(answers.ask(question.at(pinned)));
    AnswerCitation.states(answer);
    if (archive.find(wording.id(), pinned).isEmpty()) {
      storing.cite(wording, caller);
      archive.keep(wording.id(), pinned, answer);
    }
    LocalDate day = Objects.requireNonNull(pinned.day());
    String link = link(answer);
    String url = link.startsWith(LinkAddress.ROOT) ? server + link : link;
    AnswerCitation.Source source =
        new AnswerCitation.Source(title(linked), url, Archive.sha256(answer), LocalDate.now(clock));
    return AnswerCitation.of(wording.id(), answer, day, source);
  }

  private StateName newest(Question question) {
    LinkAddress address = LinkAddress.ofLink(link(whole(answers.ask(question))));
    String municipality = address.municipality();
    Integer number = Objects.requireNonNull(address.number());
    return municipality == null
        ? states.ofDefault(number, address.day())
        : new StateName(municipality, number, address.day());
  }

  private static String link(Answer answer) {
    String link = answer.permanentLink();
    if (link == null) {
      throw new ApiError(
          ErrorCode.NOT_CITABLE,
          "The answer rests on nothing that was published.",
          "Ask for data, at a state at which there were some.");
    }
    return link;
  }

  private static Answer whole(Answer answer) {
    if (!answer.whole()) {
      throw new ApiError(
          ErrorCode.NOT_CITABLE,
          "The question is not answered as a whole: "
              + answer.result().getErrors().getFirst().getMessage(),
          "Ask it as JSON: its errors tell what is wrong.");
    }
    return answer;
  }

  /** The example's title, else the operation's name, else the first field. */
  public static String title(LinkedQuestion linked) {
    if (linked.named() != null) {
      return linked.named().titleDe();
    }
    OperationDefinition operation =
        ParsedDocument.of(linked.wording().question().document()).operations().getFirst();
    return operation.getName() != null
        ? operation.getName()
        : "Abfrage "
            + String.join(
                ", ",
                operation.getSelectionSet().getSelectionsOfType(Field.class).stream()
                    .map(Field::getName)
                    .distinct()
                    .toList());
  }
}
