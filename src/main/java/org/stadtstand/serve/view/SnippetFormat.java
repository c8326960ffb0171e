package org.stadtstand.serve.view;

import java.util.Map;
import org.springframework.http.MediaType;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.format.ServerAddress;

/** Code that fetches an answer by its permanent link, so that it always gets the same one. */
record SnippetFormat(Snippet snippet, ServerAddress server) implements Format {

  @Override
  public String suffix() {
    return snippet.suffix();
  }

  @Override
  public String mediaType() {
    return MediaType.TEXT_PLAIN_VALUE;
  }

  @Override
  public SnippetFormat with(Map<String, String> parameters) {
    return this;
  }

  @Override
  public Representation write(Inquiry inquiry) {
    Answer answer = inquiry.answer();
    if (!answer.whole()) {
      return Refusals.of(answer);
    }
    String link = answer.permanentLink();
    if (link == null) {
      throw new ApiError(
          ErrorCode.BAD_LINK,
          "This answer has no permanent link.",
          "Ask for data that were published; POST a long question to /q.");
    }
    return Representation.ofText(answer, "text/plain;charset=UTF-8", snippet.of(server.whole(link)))
        .with(server.keeping());
  }
}
