package org.stadtstand;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks the server on this machine whether it is ready: the container has Java, but no curl. */
final class HealthCheck {

  private static final int PATIENCE_MILLIS = 3_000;

  private HealthCheck() {}

  public static void main(String[] arguments) {
    String port = System.getenv().getOrDefault("SERVER_PORT", "8080");
    URI question = URI.create("http://127.0.0.1:" + port + "/readyz");
    System.exit(isReady(question) ? 0 : 1);
  }

  static boolean isReady(URI question) {
    try {
      HttpURLConnection connection = (HttpURLConnection) question.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      System.err.println("Stadtstand does not answer: " + e.getMessage());
      return false;
    }
  }
}
