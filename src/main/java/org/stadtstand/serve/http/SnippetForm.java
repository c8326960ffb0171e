package org.stadtstand.serve.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.answer.FinishedAnswer;
import org.stadtstand.serve.format.Form;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.request.Question;

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
