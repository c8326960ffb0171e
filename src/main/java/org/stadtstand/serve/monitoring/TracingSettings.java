package org.stadtstand.serve.monitoring;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Traces of answers.
 *
 * @param collector where they are sent by OTLP over HTTP; empty for none at all
 * @param share of the answers that are traced, from 0 to 1
 */
@ConfigurationProperties(prefix = "tracing", ignoreUnknownFields = false)
record TracingSettings(@DefaultValue("") String collector, @DefaultValue("0.01") double share) {

  private static final Pattern ADDRESS = Pattern.compile("https?://[^/\\s]+(/\\S*)?");

  TracingSettings {
    if (!collector.isEmpty() && !ADDRESS.matcher(collector).matches()) {
      throw new IllegalArgumentException(
          "tracing.collector: an address such as http://collector.internal:4318/v1/traces");
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("tracing.share: from 0, no answer, to 1, every answer");
    }
  }
}
