package org.stadtstand.serve.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Refuses an address whose parameters cannot be decoded, or are too many. Unhandled, each would
 * write a stack trace into the log, as a fault of ours does.
 */
@ControllerAdvice
class UnreadableParameters {

  @ExceptionHandler
  void refused(InvalidParameterException fault, HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_BAD_REQUEST);
  }
}
