package org.stadtstand.serve.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Forbids browsers what no page of this server ever does: load from another host, run inline
 * scripts, be framed, or send the page's address to other hosts.
 */
@Component
@Order(0) // Before any filter that may refuse.
class SecurityHeaders extends OncePerRequestFilter {

  /**
   * Allows fonts and images as data URLs, because GraphiQL's style sheet embeds its two typefaces.
   */
  private static final String POLICY =
      "default-src 'self'; font-src 'self' data:; img-src 'self' data:; object-src 'none';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors ";

  /** The only pages that others may frame: they show an answer and take no input. */
  private static final String FRAMED = "/q/";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // The raw address will not do: /q/..;/graphiql leads to another page.
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
