package org.stadtstand.serve.feeds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.request.AddressParameters;
import org.stadtstand.serve.request.HeaderLines;
import org.stadtstand.serve.response.Response;
import org.stadtstand.serve.response.ResponseHandler;
import org.stadtstand.serve.view.ServerAddresses;

/** The addresses of the feeds: of all cities, and of each. */
@Controller
class FeedEndpoint {

  private static final String VARY = "Accept";

  private final FeedPages pages;
  private final ServerAddresses addresses;
  private final ResponseHandler handler;

  FeedEndpoint(FeedPages pages, ServerAddresses addresses, ResponseHandler handler) {
    this.pages = pages;
    this.addresses = addresses;
    this.handler = handler;
  }

  @GetMapping("/feed/{file}")
  void ofAll(@PathVariable String file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(null, file, request, response);
  }

  @GetMapping("/feed/{city}/{file}")
  void ofCity(
      @PathVariable String city,
      @PathVariable String file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    send(city, file, request, response);
  }

  private void send(
      @Nullable String city, String file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    FeedAddress address =
        FeedAddress.read(
            city == null ? null : pages.key(city),
            file,
            AddressParameters.of(request.getQueryString()),
            HeaderLines.of(request, "Accept"));
    if (pages.isDemo(address)) {
      response.setHeader("X-Robots-Tag", "noindex");
    }
    FeedFormat format = new FeedFormat(pages, address, addresses.of(request));
    Response answer = handler.ask(request, pages.question(address), format);
    handler.send(request, response, answer, VARY);
  }

  @ExceptionHandler
  void refused(RuntimeException fault, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    handler.send(request, response, Response.once(Refusals.of(fault)), VARY);
  }
}
