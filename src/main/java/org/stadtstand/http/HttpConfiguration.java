package org.stadtstand.http;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtstand.answer.Exchange;

/** Puts the endpoint at its address. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

  @Bean
  static ServletRegistrationBean<GraphQlEndpoint> endpoint(
      Exchange exchange,
      Negotiation negotiation,
      PersistedQueries persisted,
      Body body,
      KnownRequests known) {
    ServletRegistrationBean<GraphQlEndpoint> registration =
        new ServletRegistrationBean<>(
            new GraphQlEndpoint(exchange, negotiation, persisted, body, known), "/graphql");
    registration.setName("graphql");
    return registration;
  }
}
