package org.stadtstand.serve.monitoring;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.EndpointFilter;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.stereotype.Component;

/**
 * Where operators have no port of their own ({@code management.server.port}), there are no metrics:
 * how busy a server is, and with what, is not for everybody.
 */
@Component
@ConditionalOnManagementPort(ManagementPortType.SAME)
class OperatorEndpoints implements EndpointFilter<ExposableWebEndpoint> {

  private static final String FOR_EVERYBODY = "health";

  @Override
  public boolean match(ExposableWebEndpoint endpoint) {
    return endpoint.getEndpointId().toLowerCaseString().equals(FOR_EVERYBODY);
  }
}
