package org.stadtstand.link;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.stadtstand.error.ApiError;
import tools.jackson.databind.json.JsonMapper;

/** A caller's mistake as GraphQL clients expect it, with the status that says whose it is. */
final class Refusal {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Refusal() {}

  static ResponseEntity<byte[]> of(ApiError error) {
    return ResponseEntity.status(status(error))
        .contentType(MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .body(body(error));
  }

  static HttpStatus status(ApiError error) {
    return HttpStatus.valueOf(error.code().status());
  }

  private static byte[] body(ApiError error) {
    Map<String, String> extensions = Map.of("code", error.code().name(), "hint", error.hint());
    return JSON.writeValueAsBytes(
        Map.of("errors", List.of(Map.of("message", error.sentence(), "extensions", extensions))));
  }
}
