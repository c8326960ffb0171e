package org.stadtstand.serve.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.table.AnswerTables;
import org.stadtstand.serve.table.SelectedField;

/** Asks a question at one release after the other, each time for the day that it stands for. */
@Component
public class AnswerHistory {

  private static final int FAULT = 500;

  private final AnswerTables tables;

  AnswerHistory(AnswerTables tables) {
    this.tables = tables;
  }

  /**
   * What each release did to the answer, newest first.
   *
   * @param releases newest first
   * @param count how many of them; the answer at the one behind is asked for to compare with
   */
  public List<AnswerStep> steps(Inquiry inquiry, List<Release> releases, int count) {
    SelectedField selection = tables.selection(inquiry.question()).orElse(null);
    List<AnswerStep> steps = new ArrayList<>();
    if (selection == null) {
      return steps;
    }
    List<Release> asked = releases.stream().limit(count + 1L).toList();
    AnswerContent since = null;
    for (int i = 0; i < asked.size(); i++) {
      AnswerContent then = content(inquiry, selection, asked.get(i));
      if (i > 0 && since != null) {
        steps.add(step(asked.get(i - 1), then, since));
      }
      since = then;
    }
    if (asked.size() <= count && since != null) {
      steps.add(step(asked.getLast(), null, since));
    }
    return steps;
  }

  private static AnswerStep step(
      Release release, @Nullable AnswerContent before, AnswerContent since) {
    AnswerContent from = before == null ? AnswerContent.NONE : before;
    return new AnswerStep(release, AnswerDifference.between(from, since), before == null);
  }

  /** Null where the question has no answer, because it asks for what was not there yet. */
  private static @Nullable AnswerContent content(
      Inquiry inquiry, SelectedField selection, Release release) {
    StateName state = new StateName(release.place().key(), release.number(), null);
    Question pinned = inquiry.question().at(state);
    Answer answer = inquiry.answer(pinned);
    Optional<ErrorCode> passing =
        answer.codes().stream()
            .filter(code -> code.retryAfter() > 0 || code.status() >= FAULT)
            .findFirst();
    if (passing.isPresent()) {
      throw new ApiError(
          passing.get(),
          Objects.requireNonNull(answer.result().getErrors().getFirst().getMessage()),
          "Ask again later.");
    }
    Map<?, ?> data = answer.result().getData();
    return answer.whole() && data != null ? AnswerContent.of(selection, data) : null;
  }
}
