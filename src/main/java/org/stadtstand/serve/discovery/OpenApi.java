package org.stadtstand.serve.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The description of the addresses that are no GraphQL, by OpenAPI 3.1. */
final class OpenApi {

  static final String PATH = "/openapi.json";
  static final String TYPE = "application/json";

  private OpenApi() {}

  static byte[] written() {
    try (InputStream file = OpenApi.class.getResourceAsStream(PATH)) {
      return Objects.requireNonNull(file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
