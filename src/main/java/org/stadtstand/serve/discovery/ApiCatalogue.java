package org.stadtstand.serve.discovery;

import java.util.List;
import java.util.Map;
import org.stadtstand.ground.encoding.JsonCodec;

/** Where the interfaces are and what describes them, as a linkset (RFC 9727, RFC 9264). */
final class ApiCatalogue {

  static final String TYPE =
      "application/linkset+json;profile=\"https://www.rfc-editor.org/info/rfc9727\"";

  private ApiCatalogue() {}

  static byte[] written(String base) {
    List<Map<String, Object>> links =
        List.of(
            Map.of(
                "anchor",
                base + "/.well-known/api-catalog",
                "item",
                List.of(
                    Map.of("href", base + "/graphql"),
                    Map.of("href", base + "/q"),
                    Map.of("href", base + "/data"),
                    Map.of("href", base + "/catalog"),
                    Map.of("href", base + "/feed/changes"))),
            described(base, "/graphql", "/schema.graphqls", "text/plain"),
            described(base, "/q", OpenApi.PATH, OpenApi.TYPE),
            described(base, "/data", OpenApi.PATH, OpenApi.TYPE),
            described(base, "/catalog", OpenApi.PATH, OpenApi.TYPE),
            described(base, "/feed/changes", OpenApi.PATH, OpenApi.TYPE));
    return JsonCodec.SORTED.writeValueAsBytes(Map.of("linkset", links));
  }

  private static Map<String, Object> described(
      String base, String path, String description, String type) {
    return Map.of(
        "anchor", base + path,
        "service-desc", List.of(Map.of("href", base + description, "type", type)),
        "service-doc", List.of(Map.of("href", base + "/docs/api", "type", "text/html")),
        "status", List.of(Map.of("href", base + "/readyz")));
  }
}
