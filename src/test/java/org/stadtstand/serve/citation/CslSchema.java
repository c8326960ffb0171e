package org.stadtstand.serve.citation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema of CSL data, and the part of JSON Schema that it is written in. */
record CslSchema(JsonNode whole) {

  private static final List<String> KEYWORDS =
      List.of(
          "additionalProperties",
          "anyOf",
          "enum",
          "items",
          "maxItems",
          "minItems",
          "minLength",
          "minProperties",
          "properties",
          "required",
          "title",
          "definitions",
          "type",
          "$ref");

  static CslSchema read() {
    return new CslSchema(
        JsonMapper.builder()
            .build()
            .readTree(Path.of("src/test/resources/csl-data.schema.json").toFile()));
  }

  /** Where a document breaks the schema, and by which keyword. */
  List<String> faults(JsonNode document) {
    List<String> faults = new ArrayList<>();
    check(document, whole, "", faults);
    return faults;
  }

  private void check(JsonNode value, JsonNode schema, String place, List<String> faults) {
    for (Map.Entry<String, JsonNode> rule : schema.properties()) {
      if (!KEYWORDS.contains(rule.getKey())) {
        throw new IllegalStateException("Unknown keyword " + rule.getKey());
      }
      if (rule.getKey().equals("$ref")) {
        check(value, whole.at("/definitions/" + rule.getValue().asString()), place, faults);
      } else if (!holds(value, rule.getKey(), rule.getValue())) {
        faults.add(place + " " + rule.getKey());
      }
    }
    JsonNode items = schema.path("items");
    if (value.isArray() && items.isObject()) {
      for (int n = 0; n < value.size(); n++) {
        check(value.get(n), items, place + "/" + n, faults);
      }
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      JsonNode own = schema.path("properties").path(member.getKey());
      if (own.isObject()) {
        check(member.getValue(), own, place + "/" + member.getKey(), faults);
      } else if (schema.has("additionalProperties")) {
        faults.add(place + "/" + member.getKey() + " additionalProperties");
      }
    }
  }

  private boolean holds(JsonNode value, String keyword, JsonNode rule) {
    return switch (keyword) {
      case "type" -> isOf(value, rule.asString());
      case "enum" -> rule.valueStream().anyMatch(value::equals);
      case "minLength" -> value.asString("").length() >= rule.asInt();
      case "minItems", "minProperties" -> value.size() >= rule.asInt();
      case "maxItems" -> value.size() <= rule.asInt();
      case "required" -> rule.valueStream().allMatch(name -> value.has(name.asString()));
      case "anyOf" ->
          rule.valueStream()
              .anyMatch(
                  each -> {
                    List<String> faults = new ArrayList<>();
                    check(value, each, "", faults);
                    return faults.isEmpty();
                  });
      default -> true;
    };
  }

  private static boolean isOf(JsonNode value, String type) {
    return switch (type) {
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      default -> throw new IllegalStateException("Unknown type " + type);
    };
  }
}
