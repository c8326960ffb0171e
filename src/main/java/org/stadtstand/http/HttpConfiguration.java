package org.stadtstand.http;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtstand.answer.FinishedAnswers;

/** Puts the endpoint at its address. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

  @Bean
  static ServletRegistrationBean<GraphQlEndpoint> endpoint(
      FinishedAnswers answers, Negotiation negotiation, PersistedQueries persisted, Body body) {
    ServletRegistrationBean<GraphQlEndpoint> registration =
        new ServletRegistrationBean<>(
            new GraphQlEndpoint(answers, negotiation, persisted, body), "/graphql");
    registration.setName("graphql");
    return registration;
  }
}
