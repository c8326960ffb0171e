package org.stadtstand.serve.monitoring;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * Names endpoints in metrics as people write them: {@code /graphql}, which Spring would call
 * unknown because no controller has it, and {@code /{city}} without the regular expression.
 */
@Component
class EndpointNames extends DefaultServerRequestObservationConvention {

  private static final String URI = "uri";
  private static final String QUESTIONS = "/graphql";
  private static final Pattern CONDITION = Pattern.compile("\\{(\\w+):[^{}]*}");

  @Override
  public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
    KeyValues usual = super.getLowCardinalityKeyValues(context);
    String pattern = context.getPathPattern();
    if (pattern != null) {
      return usual.and(KeyValue.of(URI, CONDITION.matcher(pattern).replaceAll("{$1}")));
    }
    HttpServletRequest request = context.getCarrier();
    return request != null && request.getServletPath().equals(QUESTIONS)
        ? usual.and(KeyValue.of(URI, QUESTIONS))
        : usual;
  }
}
