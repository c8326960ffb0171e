package org.stadtstand.serve.manual;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of an error, in the language of the address that was asked for. */
@Component
class ErrorPage implements ErrorViewResolver {

  /** Refusals of what may be asked again; all others are refused for ever. */
  private static final Set<HttpStatus> PASSING =
      Set.of(HttpStatus.REQUEST_TIMEOUT, HttpStatus.TOO_MANY_REQUESTS);

  @Override
  public ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
    String asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    String path = asked.substring(Math.min(request.getContextPath().length(), asked.length()));
    Map<String, @Nullable Object> page = PageFrame.in(PageFrame.of(path), request);
    page.put("status", status.value());
    page.put("missing", status == HttpStatus.NOT_FOUND);
    page.put("refused", status.is4xxClientError() && !PASSING.contains(status));
    return new ModelAndView("error", page);
  }
}
