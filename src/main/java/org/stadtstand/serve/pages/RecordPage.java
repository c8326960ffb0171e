package org.stadtstand.serve.pages;

import java.util.Map;
import org.springframework.http.MediaType;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Representation;

/**
 * A page of a city as a form of the answer to its saved document, so that it is cached, validated
 * and priced as every other answer.
 *
 * @param contextPath the prefix of this server's paths
 */
record RecordPage(PageWriter writer, PageAddress address, String contextPath) implements Format {

  @Override
  public String suffix() {
    return "html";
  }

  @Override
  public String mediaType() {
    return MediaType.TEXT_HTML_VALUE;
  }

  @Override
  public RecordPage with(Map<String, String> parameters) {
    return this;
  }

  @Override
  public Representation write(Inquiry inquiry) {
    return writer.write(this, inquiry);
  }
}
