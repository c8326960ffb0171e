package org.stadtstand.link;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.stadtstand.answer.Answer;
import org.stadtstand.answer.Answers;
import org.stadtstand.answer.FinishedAnswer;
import org.stadtstand.answer.Form;
import org.stadtstand.answer.Question;
import org.stadtstand.answer.Refusals;
import org.stadtstand.error.ApiError;
import org.stadtstand.error.ErrorCode;

/** Lines that fetch an answer, for ever the same one. */
record SnippetForm(Snippet snippet, String server) implements Form {

  @Override
  public FinishedAnswer finish(Question question, Answers answers) {
    Answer answer = answers.ask(question);
    if (!answer.whole()) {
      return Refusals.of(answer);
    }
    String link = AnswerPage.link(answer);
    if (link == null) {
      throw new ApiError(
          ErrorCode.BAD_LINK,
          "This answer has no permanent link.",
          "Ask for data that were published; POST a long question to /q.");
    }
    String url = link.startsWith(LinkAddress.ROOT) ? server + link : link;
    return new FinishedAnswer(
        200,
        "text/plain;charset=UTF-8",
        Map.of(),
        new FinishedAnswer.Bytes(snippet.of(url).getBytes(StandardCharsets.UTF_8)),
        answer.basis(),
        true);
  }
}
