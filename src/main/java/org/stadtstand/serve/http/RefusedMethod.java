package org.stadtstand.serve.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Names every method of an address that was asked with another one. Spring names those that are
 * declared, and not those that follow from them.
 */
@ControllerAdvice
class RefusedMethod {

  @ExceptionHandler
  void refused(HttpRequestMethodNotSupportedException fault, HttpServletResponse response)
      throws IOException {
    Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
    String[] declared = fault.getSupportedMethods();
    if (declared != null) {
      methods.addAll(Set.of(declared));
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
    response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
  }
}
