package org.stadtstand.serve.discovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.format.Representation.Keeping;
import org.stadtstand.serve.format.ServerAddress;
import org.stadtstand.serve.manual.OperatorContact;
import org.stadtstand.serve.response.Response;
import org.stadtstand.serve.response.ResponseHandler;
import org.stadtstand.serve.view.ServerAddresses;

/** The addresses at which machines look first. */
@Controller
class DiscoveryEndpoint {

  private static final String XML = "application/xml;charset=UTF-8";
  private static final String TEXT = "text/plain;charset=UTF-8";

  private final Sitemap sitemap;
  private final ServerAddresses addresses;
  private final OperatorContact operator;
  private final ResponseHandler handler;
  private final Clock clock;

  DiscoveryEndpoint(
      Sitemap sitemap,
      ServerAddresses addresses,
      OperatorContact operator,
      ResponseHandler handler,
      Clock clock) {
    this.sitemap = sitemap;
    this.addresses = addresses;
    this.operator = operator;
    this.handler = handler;
    this.clock = clock;
  }

  @GetMapping("/sitemap.xml")
  @Nullable ResponseEntity<byte[]> index(HttpServletRequest request, HttpServletResponse response) {
    return text(sitemap.index(base(request)), XML, request, response);
  }

  @GetMapping("/sitemap/{part}")
  @Nullable ResponseEntity<byte[]> part(
      @PathVariable String part, HttpServletRequest request, HttpServletResponse response) {
    return text(sitemap.part(part, base(request)), XML, request, response);
  }

  /** Questions are not there for robots; everything else may be read. */
  @GetMapping("/robots.txt")
  @Nullable ResponseEntity<byte[]> robots(
      HttpServletRequest request, HttpServletResponse response) {
    String text =
        "User-agent: *\nDisallow: %s/graphql\n\nSitemap: %s/sitemap.xml\n"
            .formatted(request.getContextPath(), base(request));
    return text(text, TEXT, request, response);
  }

  /** Only where there is somebody to write to (RFC 9116). */
  @GetMapping("/.well-known/security.txt")
  @Nullable ResponseEntity<byte[]> security(
      HttpServletRequest request, HttpServletResponse response) {
    String contact =
        operator
            .address()
            .orElseThrow(
                () ->
                    new ApiError(
                        ErrorCode.NOT_FOUND,
                        "The operator of this server has named no contact.",
                        "Ask the publisher of the data, whom every answer names."));
    String own = base(request) + "/.well-known/security.txt";
    String text = SecurityText.written(contact, own, LocalDate.now(clock));
    return text(text, TEXT, request, response);
  }

  @GetMapping("/.well-known/api-catalog")
  @Nullable ResponseEntity<byte[]> apis(HttpServletRequest request, HttpServletResponse response) {
    String self = base(request) + "/.well-known/api-catalog";
    response.setHeader("Link", "<%s>; rel=\"api-catalog\"".formatted(self));
    return bytes(ApiCatalogue.written(base(request)), ApiCatalogue.TYPE, request, response);
  }

  @GetMapping(OpenApi.PATH)
  @Nullable ResponseEntity<byte[]> openApi(
      HttpServletRequest request, HttpServletResponse response) {
    return bytes(OpenApi.written(), OpenApi.TYPE + ";charset=UTF-8", request, response);
  }

  private String base(HttpServletRequest request) {
    return addresses.of(request).url();
  }

  private @Nullable ResponseEntity<byte[]> text(
      String text, String type, HttpServletRequest request, HttpServletResponse response) {
    return bytes(text.getBytes(StandardCharsets.UTF_8), type, request, response);
  }

  /** Null if the caller already has it; the status 304 is set then. */
  private @Nullable ResponseEntity<byte[]> bytes(
      byte[] bytes, String type, HttpServletRequest request, HttpServletResponse response) {
    ServerAddress server = addresses.of(request);
    // Weak, because Tomcat does not compress a response that has a strong one.
    String etag = "W/\"" + DigestUtils.md5DigestAsHex(bytes) + "\"";
    String scope = server.keeping() == Keeping.ALL ? "public" : "private";
    response.setHeader("Cache-Control", scope + ", max-age=60");
    return new ServletWebRequest(request, response).checkNotModified(etag)
        ? null
        : ResponseEntity.ok().header("Content-Type", type).body(bytes);
  }

  @ExceptionHandler
  void refused(RuntimeException fault, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    handler.send(request, response, Response.once(Refusals.of(fault)), "");
  }
}
