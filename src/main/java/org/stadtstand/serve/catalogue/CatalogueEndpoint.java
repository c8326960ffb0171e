package org.stadtstand.serve.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.request.AddressParameters;
import org.stadtstand.serve.request.HeaderLines;
import org.stadtstand.serve.response.Response;
import org.stadtstand.serve.response.ResponseHandler;

/** The addresses of the catalogue: its first page, and the page of each city. */
@Controller
class CatalogueEndpoint {

  private final CataloguePages pages;
  private final ResponseHandler handler;

  CatalogueEndpoint(CataloguePages pages, ResponseHandler handler) {
    this.pages = pages;
    this.handler = handler;
  }

  @GetMapping({
    CatalogueAddress.ROOT,
    CatalogueAddress.ROOT + ".{suffix}",
    CatalogueAddress.ROOT + "/{city}"
  })
  void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!AddressParameters.of(request.getQueryString()).isEmpty()) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "The catalogue has no parameters.",
          "Each page names the next one: hydra:next, or hydra:nextPage.");
    }
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String rest = path.substring(CatalogueAddress.ROOT.length());
    CatalogueAddress address = CatalogueAddress.read(rest, HeaderLines.of(request, "Accept"));
    handler.send(request, response, pages.page(address, rest, request), "Accept");
  }

  @ExceptionHandler
  void refused(RuntimeException fault, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    handler.send(request, response, Response.once(Refusals.of(fault)), "Accept");
  }
}
