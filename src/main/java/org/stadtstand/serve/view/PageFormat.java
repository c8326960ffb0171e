package org.stadtstand.serve.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.format.ServerAddress;
import org.stadtstand.serve.link.LinkedQuestion;

/**
 * An answer as an HTML page. As a format, it is cached and supports conditions like any other.
 *
 * @param language of the page: de or en
 * @param slim without what surrounds the answer, for frames of other pages
 * @param theme of the slim form: light or dark; null for that of the reader's device
 */
record PageFormat(
    AnswerPage page,
    LinkedQuestion linked,
    ServerAddress server,
    String language,
    boolean slim,
    @Nullable String theme)
    implements Format {

  Language inLanguage() {
    return language.equals("de") ? Language.DE : Language.EN;
  }

  @Override
  public String suffix() {
    return "html";
  }

  @Override
  public String mediaType() {
    return MediaType.TEXT_HTML_VALUE;
  }

  @Override
  public PageFormat with(Map<String, String> parameters) {
    String frame = one(parameters, "frame", "false", "true", "false");
    String theme = one(parameters, "theme", "auto", "light", "dark", "auto");
    String wanted = one(parameters, "lang", language, "de", "en");
    boolean slimmed = frame.equals("true");
    return new PageFormat(
        page, linked, server, wanted, slimmed, slimmed && !theme.equals("auto") ? theme : null);
  }

  private static String one(
      Map<String, String> parameters, String name, String otherwise, String... values) {
    String value = parameters.getOrDefault(name, otherwise);
    if (!List.of(values).contains(value)) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          name + " cannot be \"" + value + "\".",
          "Use one of " + String.join(", ", values) + ", or leave it out.");
    }
    return value;
  }

  @Override
  public Representation write(Inquiry inquiry) {
    return page.write(this, inquiry);
  }
}
