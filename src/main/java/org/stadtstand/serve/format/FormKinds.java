package org.stadtstand.serve.format;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The two media types of GraphQL itself; the first is what a caller gets who accepts anything. */
@Configuration(proxyBeanMethods = false)
public class FormKinds {

  public static final String JSON = "application/json";
  static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static FormKind json(AnswerSettings settings) {
    return new Always(JSON, new JsonForm(true, settings.edition2026()));
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 1)
  static FormKind graphqlResponse(AnswerSettings settings) {
    return new Always(GRAPHQL_RESPONSE, new JsonForm(false, settings.edition2026()));
  }

  /** A kind that has one form only. */
  private record Always(String mediaType, Form form) implements FormKind {

    @Override
    public Form with(Map<String, String> options) {
      return form;
    }
  }
}
