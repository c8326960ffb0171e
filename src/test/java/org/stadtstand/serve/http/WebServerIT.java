package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.stadtstand.ServerTest;

/** What the web server was told holds; it ignores what it does not understand. */
@ServerTest
class WebServerIT {

  @Autowired private ServletWebServerApplicationContext application;

  @Test
  void aThousandConnectionsMayWaitToBeTaken() {
    assertThat((Integer) connector().getProperty("acceptCount")).isGreaterThanOrEqualTo(1000);
  }

  @Test
  void answersLeaveInLargePieces() {
    assertThat(connector().getProperty("socket.appWriteBufSize")).hasToString("24576");
  }

  @Test
  void requestsAreStartedSoThatNobodyIsOvertakenForEver() {
    assertThat(connector().getProtocolHandler().getExecutor()).isInstanceOf(RequestThreads.class);
  }

  private Connector connector() {
    return Objects.requireNonNull((TomcatWebServer) application.getWebServer())
        .getTomcat()
        .getConnector();
  }
}
