package org.stadtstand.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stadtstand.serve.bulk.DataFiles;
import org.stadtstand.serve.bulk.DataRequest;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.request.AddressParameters;
import org.stadtstand.serve.request.HeaderLines;
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

  /** What machines are told is the address of all files leads to what lists them. */
  @GetMapping("/data")
  void all(HttpServletRequest request, HttpServletResponse response) {
    describe(request, response);
  }

  @GetMapping("/data/{file}")
  void file(@PathVariable String file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (files.isMunicipality(file)) {
      describe(request, response);
      return;
    }
    Map<String, String> asked = AddressParameters.of(request.getQueryString());
    send(asked.get(DataRequest.MUNICIPALITY), false, file, request, response);
  }

  /** The address that lasts: caches and link checkers drop parameters. */
  @GetMapping("/data/{municipality}/{file}")
  void file(
      @PathVariable String municipality,
      @PathVariable String file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    send(municipality, true, file, request, response);
  }

  private static void describe(HttpServletRequest request, HttpServletResponse response) {
    String query = request.getQueryString();
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        HttpHeaders.LOCATION,
        request.getRequestURI() + "/datapackage.json" + (query == null ? "" : "?" + query));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  private void send(
      @Nullable String municipality,
      boolean nested,
      String file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    DataRequest asked =
        new DataRequest(
            municipality,
            nested,
            file,
            AddressParameters.of(request.getQueryString()).keySet(),
            HeaderLines.of(request, HttpHeaders.ACCEPT),
            handler.mayCompress(request));
    handler.send(request, response, files.file(asked), "Accept");
  }

  @ExceptionHandler
  void refused(RuntimeException fault, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    handler.send(request, response, Response.once(Refusals.of(fault)), "Accept");
  }
}
