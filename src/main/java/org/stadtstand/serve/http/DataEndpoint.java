package org.stadtstand.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stadtstand.serve.bulk.DataFiles;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.response.Response;
import org.stadtstand.serve.response.ResponseHandler;

/**
 * The addresses below {@code /data}: whole tables, now and at a release, and their descriptions.
 */
@Controller
class DataEndpoint {

  private final DataFiles files;
  private final ResponseHandler handler;

  DataEndpoint(DataFiles files, ResponseHandler handler) {
    this.files = files;
    this.handler = handler;
  }

  @GetMapping("/data/{file}")
  void file(@PathVariable String file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    handler.send(request, response, files.file(file, request.getParameterMap()), "");
  }

  @ExceptionHandler
  void refused(RuntimeException fault, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      // Part of the file has been sent: the connection must break, so that it does not look
      // complete.
      throw fault;
    }
    handler.send(request, response, Response.once(Refusals.of(fault)), "");
  }
}
