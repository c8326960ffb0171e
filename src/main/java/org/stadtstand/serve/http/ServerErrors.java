package org.stadtstand.serve.http;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.Faults;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.format.Representation;

/**
 * Gives the errors that the web server raises before our code sees the request the same form as all
 * others; otherwise they would be HTML pages that name the server.
 */
@Component
class ServerErrors implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new GraphQlError()));
  }

  /** Writes the error as a GraphQL error. */
  private static final class GraphQlError extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
      int status = response.getStatus();
      // An unsupported method, coding or version is the caller's mistake; monitoring would count
      // 501 and 505 as ours.
      int sent = status == 501 || status == 505 ? 400 : status;
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      try {
        response.setStatus(sent);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        Writer writer = response.getReporter();
        if (writer != null) {
          writer.write(body(sent));
          response.finishResponse();
        }
      } catch (IOException e) {
        // The caller has gone.
        container.getLogger().debug("No error could be sent", e);
      }
    }

    private static String body(int status) {
      String sentence = status < 500 ? "The request cannot be read." : "The server made a mistake.";
      ApiError error =
          Faults.ofStatus(status, sentence, "Ask as /docs/api tells; long questions with POST.");
      return Refusals.of(error).content() instanceof Representation.Bytes made
          ? new String(made.bytes(), StandardCharsets.UTF_8)
          : "";
    }
  }
}
