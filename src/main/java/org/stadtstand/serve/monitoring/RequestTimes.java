package org.stadtstand.serve.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * How long requests take, by endpoint, method and status. Spring's own observation says the same,
 * but describes each request anew, which takes a tenth of what an answer from memory does; here a
 * request finds its timer by what tells it from others.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestTimes implements Filter {

  private static final String NAME = "http.server.requests";
  private static final String QUESTIONS = "/graphql";
  private static final Pattern CONDITION = Pattern.compile("\\{(\\w+):[^{}]*}");

  /** A caller may invent others, and each would be a series of its own. */
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "QUERY", "OPTIONS");

  private final MeterRegistry registry;
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  RequestTimes(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Requests that are told apart.
   *
   * @param pattern of the handler's address as it was declared; null if there was no handler
   */
  private record Kind(@Nullable String pattern, String method, int status) {}

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Measured measured = new Measured((HttpServletRequest) request, (HttpServletResponse) response);
    boolean fails = true;
    try {
      chain.doFilter(request, response);
      fails = false;
    } finally {
      if (request.isAsyncStarted()) {
        request.getAsyncContext().addListener(measured);
      } else {
        measured.end(fails);
      }
    }
  }

  private Timer timer(Kind kind) {
    return Timer.builder(NAME)
        .tag("uri", uri(kind))
        .tag("method", kind.method)
        .tag("status", String.valueOf(kind.status))
        .tag("outcome", Outcome.forStatus(kind.status).name())
        .register(registry);
  }

  /** As people write it: without the regular expressions of a declared address. */
  private static String uri(Kind kind) {
    if (kind.pattern != null) {
      return CONDITION.matcher(kind.pattern).replaceAll("{$1}");
    }
    return switch (kind.status / 100) {
      case 3 -> "REDIRECTION";
      case 4 -> kind.status == HttpServletResponse.SC_NOT_FOUND ? "NOT_FOUND" : "UNKNOWN";
      default -> "UNKNOWN";
    };
  }

  private final class Measured implements AsyncListener {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final long begun = System.nanoTime();

    Measured(HttpServletRequest request, HttpServletResponse response) {
      this.request = request;
      this.response = response;
    }

    void end(boolean fails) {
      int status = fails ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus();
      String method = request.getMethod();
      Kind kind = new Kind(pattern(), METHODS.contains(method) ? method : "UNKNOWN", status);
      timers
          .computeIfAbsent(kind, RequestTimes.this::timer)
          .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    }

    private @Nullable String pattern() {
      Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      return pattern == null && request.getServletPath().equals(QUESTIONS)
          ? QUESTIONS
          : (String) pattern;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      end(false);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // Completes next, which counts it.
    }

    @Override
    public void onError(AsyncEvent event) {
      // Completes next, which counts it.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
