package org.stadtstand.serve.http;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtstand.serve.format.Formats;
import org.stadtstand.serve.request.Body;
import org.stadtstand.serve.request.PersistedQueries;
import org.stadtstand.serve.response.ParsedRequestCache;
import org.stadtstand.serve.response.ResponseHandler;

/** Registers the endpoint under its address. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

  @Bean
  static ServletRegistrationBean<GraphQlEndpoint> endpoint(
      ResponseHandler handler,
      Formats formats,
      PersistedQueries persisted,
      Body body,
      ParsedRequestCache known) {
    ServletRegistrationBean<GraphQlEndpoint> registration =
        new ServletRegistrationBean<>(
            new GraphQlEndpoint(handler, formats, persisted, body, known), "/graphql");
    registration.setName("graphql");
    return registration;
  }
}
