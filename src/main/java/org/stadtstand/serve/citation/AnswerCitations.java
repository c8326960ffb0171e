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
    String id = linked.wording().id();
    StateName pinned = pinned(linked, state);
    Answer answer = citable(linked, pinned);
    AnswerCitation.LogPlace place = place(linked, pinned, answer, caller);
    LocalDate day = Objects.requireNonNull(pinned.day());
    String link = link(answer);
    String url = link.startsWith(LinkAddress.ROOT) ? server + link : link;
    String sha256 = Archive.sha256(answer);
    return AnswerCitation.of(
        id,
        answer,
        day,
        new AnswerCitation.Source(title(linked), url, sha256, place, LocalDate.now(clock)));
  }

  /** A page of the log of citations: JSON Lines, from which nobody can see what was cited. */
  public String log(int after) {
    return archive.log(after);
  }

  /** Refuses what cannot be cited, and stores nothing. */
  public void check(LinkedQuestion linked, @Nullable StateName state) {
    citable(linked, pinned(linked, state));
  }

  private static Question question(LinkedQuestion linked) {
    return linked.wording().question().called(linked.wording().id());
  }

  private StateName pinned(LinkedQuestion linked, @Nullable StateName state) {
    return state == null ? newest(question(linked)) : states.whole(state);
  }

  private Answer citable(LinkedQuestion linked, StateName pinned) {
    Answer answer = whole(answers.ask(question(linked).at(pinned)));
    AnswerCitation.states(answer);
    return answer;
  }

  /** The same answer is entered into the log only once. */
  private AnswerCitation.LogPlace place(
      LinkedQuestion linked, StateName pinned, Answer answer, String caller) {
    String id = linked.wording().id();
    CitationEntry entry =
        archive
            .entry(id, pinned, answer)
            .orElseGet(
                () -> {
                  storing.cite(linked.wording(), caller);
                  return archive.keep(id, pinned, answer);
                });
    return new AnswerCitation.LogPlace(entry.number(), archive.last().head(), archive.holds(entry));
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
