package org.stadtstand.serve.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets pages of any origin read this server's responses. Everything is public and no answer depends
 * on who asks: there is no cookie or sign-in for a foreign page to abuse. The Authorization header
 * is not allowed, so that a page cannot write in its visitor's name.
 */
@Component
@Order(0) // Before any filter that may refuse.
class CorsFilter extends OncePerRequestFilter {

  private static final String EXPOSED =
      "ETag, Last-Modified, Date, Vary, Age, Cache-Status, Cache-Tag, Surrogate-Key, Warning, Link,"
          + " Location, Content-Disposition, Content-Encoding, Content-Range, Accept-Ranges,"
          + " Repr-Digest, Stadtstand-Truncated, Preference-Applied, RateLimit, RateLimit-Policy,"
          + " Retry-After, Accept-Query, Accept-Post, Accept-Encoding, Allow, X-Robots-Tag,"
          + " Memento-Datetime";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    boolean preflight =
        request.getMethod().equals("OPTIONS")
            && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    if (preflight) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, QUERY");
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "*");
      response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
    } else {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
      chain.doFilter(request, response);
    }
  }
}
