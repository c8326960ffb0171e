package org.stadtstand.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** An opened page, with all requests it made and all complaints of the browser. */
final class Visit implements AutoCloseable {

  private static final String BARRIERS =
      """
      async () => (await axe.run(document)).violations
        .filter(found => ['serious', 'critical'].includes(found.impact))
        .map(found => found.id + ': ' + found.nodes.map(node => node.html).join(' | '))
      """;

  /** What a finger of WCAG 2.5.8 cannot hit; axe looks for it only if it is asked to. */
  private static final String SMALL =
      """
      async () => (await axe.run(document, { runOnly: ['target-size'] })).violations
        .flatMap(found => found.nodes.map(node => node.html))
      """;

  private final Page page;
  private final String server;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> foreign = new ArrayList<>();

  Visit(Page page, String server, String path) {
    this.page = page;
    this.server = server;
    page.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.type() + ": " + message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith(server + "/") && !request.url().startsWith("data:")) {
            foreign.add(request.url());
          }
        });
    page.navigate(server + path);
  }

  Page page() {
    return page;
  }

  String text(String selector) {
    // Non-breaking spaces are for the eye; in comparisons they would only get in the way.
    return page.locator(selector).innerText().replaceAll("\\s+", " ");
  }

  /** Checks for errors, breaches of the content security policy and requests to other hosts. */
  void isClean() {
    assertThat(complaints).as("what the browser complained about on " + page.url()).isEmpty();
    assertThat(foreign).as("requests to others than " + server).isEmpty();
  }

  /** The barriers to accessibility that axe finds. */
  List<?> barriers() {
    return found(BARRIERS);
  }

  /** Links and buttons that are smaller than 24 pixels and have others close by. */
  List<?> smallTargets() {
    return found(SMALL);
  }

  private List<?> found(String question) {
    try {
      page.evaluate(new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (List<?>) page.evaluate(question);
  }

  @Override
  public void close() {
    page.close();
  }
}
