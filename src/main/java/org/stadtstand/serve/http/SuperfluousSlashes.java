package org.stadtstand.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Leads from an address with a slash too many, as browsers, mails and other software make them, to
 * the one without: nothing is ever at an address that ends in a slash or has two in a row. All of a
 * row go, because what begins with two is another server's address.
 */
@ControllerAdvice
class SuperfluousSlashes {

  private static final Pattern IN_A_ROW = Pattern.compile("/{2,}");

  @ExceptionHandler
  void found(
      NoResourceFoundException fault, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String asked = request.getRequestURI();
    String plain = IN_A_ROW.matcher(asked).replaceAll("/").replaceFirst("(?<=.)/$", "");
    if (plain.equals(asked) || LongAddresses.isTooLong(request)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String query = request.getQueryString();
    response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
    response.setHeader(HttpHeaders.LOCATION, query == null ? plain : plain + "?" + query);
  }
}
