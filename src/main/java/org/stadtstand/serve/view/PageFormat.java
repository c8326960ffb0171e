package org.stadtstand.serve.view;

import java.util.Map;
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
 */
record PageFormat(
    AnswerPage page, LinkedQuestion linked, ServerAddress server, String language, boolean slim)
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
    String frame = parameters.getOrDefault("frame", "false");
    if (!frame.equals("true") && !frame.equals("false")) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "frame cannot be \"" + frame + "\".",
          "Use frame=true for the slim page, or leave it out.");
    }
    String wanted = parameters.getOrDefault("lang", language);
    if (wanted.equals("de") || wanted.equals("en")) {
      return new PageFormat(page, linked, server, wanted, frame.equals("true"));
    }
    throw new ApiError(
        ErrorCode.BAD_ARGUMENT, "lang cannot be \"" + wanted + "\".", "Use lang=de or lang=en.");
  }

  @Override
  public Representation write(Inquiry inquiry) {
    return page.write(this, inquiry);
  }
}
