package org.stadtstand.serve.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadtstand.serve.format.Formats;
import org.stadtstand.serve.response.ResponseHandler;
import org.stadtstand.serve.view.ServerAddresses;

/** Registers the endpoint under its address. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

  @Bean
  static ServletRegistrationBean<GraphQlEndpoint> endpoint(
      ResponseHandler handler,
      Formats formats,
      GraphQlEndpoint.Sent sent,
      ServerAddresses addresses,
      GraphQlEndpoint.Listened listened) {
    ServletRegistrationBean<GraphQlEndpoint> registration =
        new ServletRegistrationBean<>(
            new GraphQlEndpoint(handler, formats, sent, addresses, listened), GraphQlEndpoint.PATH);
    registration.setName("graphql");
    return registration;
  }

  /**
   * The address at which the web server fetches the page of an error. Asked for by itself there is
   * nothing; Spring would report a fault of ours.
   */
  @Bean
  static FilterRegistrationBean<Filter> nothingAtTheAddressOfErrors() {
    FilterRegistrationBean<Filter> registration =
        new FilterRegistrationBean<>(
            (request, response, chain) ->
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND));
    registration.addUrlPatterns("/error");
    registration.setDispatcherTypes(DispatcherType.REQUEST);
    return registration;
  }
}
