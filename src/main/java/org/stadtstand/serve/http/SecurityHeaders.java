package org.stadtstand.serve.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers what no page of this server ever does: load from another host, run a script that
 * stands in the page, be framed, or say to other hosts which page a link was on.
 */
@Component
class SecurityHeaders extends OncePerRequestFilter {

  /** Fonts and images as data: GraphiQL's style sheet carries its two typefaces in itself. */
  private static final String POLICY =
      "default-src 'self'; font-src 'self' data:; img-src 'self' data:; object-src 'none';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors ";

  /** The one kind of page that others may show in a frame: it shows an answer, and asks nothing. */
  private static final String FRAMED = "/q/";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // Not the address as it was sent: /q/..;/graphiql leads to another page.
    boolean framed = request.getServletPath().startsWith(FRAMED);
    response.setHeader("Content-Security-Policy", POLICY + (framed ? "*" : "'none'"));
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (!framed) {
      response.setHeader("X-Frame-Options", "DENY");
    }
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    chain.doFilter(request, response);
  }
}
