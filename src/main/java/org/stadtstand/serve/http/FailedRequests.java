package org.stadtstand.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.Faults;

/**
 * Adds the GraphQL form of an error to requests that fail outside the endpoint, beside what a page
 * shows of it.
 */
@Component
class FailedRequests extends DefaultErrorAttributes {

  /**
   * Here, because an error's page no longer knows the response: what is not there today may come.
   */
  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return super.resolveException(request, response, handler, failure);
  }

  @Override
  public Map<String, @Nullable Object> getErrorAttributes(
      WebRequest request, ErrorAttributeOptions options) {
    Map<String, @Nullable Object> attributes = super.getErrorAttributes(request, options);
    attributes.remove("timestamp");
    int status = attributes.get("status") instanceof Integer known ? known : 500;
    ApiError error =
        Faults.ofStatus(status, attributes.get("error") + ".", "See /docs for what there is.");
    attributes.put("errors", Faults.written(List.of(Faults.graphQl(error))));
    return attributes;
  }
}
