package org.stadtstand.serve.pages;

import com.samskivert.mustache.Mustache;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.view.BothLanguages;

/**
 * The list of cities as a form of the answer to its saved document.
 *
 * @param contextPath the prefix of this server's paths
 */
record CitiesPage(Mustache.Compiler templates, Language language, String contextPath)
    implements Format {

  @Override
  public String suffix() {
    return "html";
  }

  @Override
  public String mediaType() {
    return MediaType.TEXT_HTML_VALUE;
  }

  @Override
  public CitiesPage with(Map<String, String> parameters) {
    return this;
  }

  @Override
  public Representation write(Inquiry inquiry) {
    Answer answer = inquiry.answer();
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("rc", Map.of("contextPath", contextPath));
    model.put("de", language == Language.DE);
    model.put("t", BothLanguages.in(language));
    model.put("failed", !answer.whole());
    if (answer.whole()) {
      model.putAll(new ReadableAnswer(language).of(answer.result().getData()));
    }
    String html = templates.loadTemplate("cities").execute(model);
    ErrorCode code = answer.whole() ? null : answer.codes().getFirst();
    return new Representation(
        code == null ? 200 : code.status(),
        "text/html;charset=UTF-8",
        code == null
            ? Map.of("Content-Language", language.pick("de", "en"))
            : Map.of("Content-Language", language.pick("de", "en"), "Retry-After", "30"),
        new Representation.Bytes(html.getBytes(StandardCharsets.UTF_8)),
        answer.basis(),
        Representation.Keeping.ALL.onlyIf(answer.whole()));
  }
}
