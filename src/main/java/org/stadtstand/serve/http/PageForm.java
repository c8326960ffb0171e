package org.stadtstand.serve.http;

import com.samskivert.mustache.Template;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.answer.FinishedAnswer;
import org.stadtstand.serve.format.Form;
import org.stadtstand.serve.link.LinkedQuestion;
import org.stadtstand.serve.request.Question;

/**
 * An answer as a page: a form like others, so that it is kept and conditional like others.
 *
 * @param language in which headings are said: de or en
 */
record PageForm(
    AnswerPage page, Template template, LinkedQuestion linked, Place place, String language)
    implements Form {

  /**
   * Where the server stands for its caller.
   *
   * @param server its whole address, for the lines to copy
   * @param root what its paths begin with
   */
  record Place(String server, String root) {}

  @Override
  public FinishedAnswer finish(Question question, Answers answers) {
    Answer answer = answers.ask(question);
    Map<String, @Nullable Object> shown =
        new HashMap<>(page.of(linked, question, answer, answers, this));
    shown.put("rc", Map.of("contextPath", place.root()));
    return new FinishedAnswer(
        answer.whole() ? 200 : status(answer),
        "text/html;charset=UTF-8",
        Map.of(),
        new FinishedAnswer.Bytes(template.execute(shown).getBytes(StandardCharsets.UTF_8)),
        answer.basis(),
        answer.whole());
  }

  private static int status(Answer answer) {
    Map<String, Object> extensions = answer.result().getErrors().getFirst().getExtensions();
    Object code = extensions == null ? null : extensions.get("code");
    return (code == null ? ErrorCode.INTERNAL : ErrorCode.valueOf(code.toString())).status();
  }
}
