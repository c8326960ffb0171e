package org.stadtstand.deliver.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.description.Description;

/** A delivery written by a test: a valid description, and the tables the test supplies. */
public final class DeliveryFolder {

  /** What does not stand below {@code stadtstand}. */
  private static final Set<String> OUTER =
      Set.of("name", "title", "description", "keywords", "homepage", "licenses", "contributors");

  private final Path path;
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Map<String, String> resources = new LinkedHashMap<>();

  public DeliveryFolder(Path parent, String name) {
    this.path = parent.resolve(name);
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    properties.put("name", "\"sampleton\"");
    properties.put("title", "\"What Sampleton has promised\"");
    properties.put("description", "\"Projects, targets and their history.\"");
    properties.put(
        "licenses", "[{\"name\": \"dl-de-zero-2.0\", \"path\": \"https://example.org/zero\"}]");
    properties.put("contributors", "[{\"title\": \"The City\", \"role\": \"publisher\"}]");
    properties.put("municipality", "\"sampleton\"");
    properties.put("standing", "\"OFFICIAL\"");
    properties.put("attribution", "\"The City, 2026\"");
    properties.put("contact", "\"mailto:data@example.org\"");
    properties.put("catalogue", "{\"contributorId\": \"openNRW\"}");
    properties.put("defaultSource", "\"page\"");
    properties.put("release", "{\"kind\": \"PUBLISHED\"}");
  }

  public Path path() {
    return path;
  }

  /** Replaces a property of the description; null removes it. */
  public DeliveryFolder with(String property, @Nullable String json) {
    if (json == null) {
      properties.remove(property);
    } else {
      properties.put(property, json);
    }
    return this;
  }

  public DeliveryFolder reconstructed(String standsFor) {
    return with(
        "release", "{\"kind\": \"RECONSTRUCTED\", \"standsFor\": \"%s\"}".formatted(standsFor));
  }

  public DeliveryFolder table(String table, String... lines) {
    return table(table, StandardCharsets.UTF_8, "", lines);
  }

  /** Adds a table in the given encoding, with more properties of its resource. */
  public DeliveryFolder table(String table, Charset encoding, String more, String... lines) {
    resources.put(table, more);
    return file(table + ".csv", String.join("\n", lines).getBytes(encoding));
  }

  /** Names a table whose file the test creates itself or leaves out. */
  public DeliveryFolder resource(String table, String more) {
    resources.put(table, more);
    return this;
  }

  public DeliveryFolder file(String name, byte[] content) {
    try {
      Files.write(path.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public Path write() {
    String own =
        properties.entrySet().stream()
            .filter(property -> !OUTER.contains(property.getKey()))
            .map(property -> "\"%s\": %s".formatted(property.getKey(), property.getValue()))
            .collect(Collectors.joining(",\n  "));
    String outer =
        properties.entrySet().stream()
            .filter(property -> OUTER.contains(property.getKey()))
            .map(property -> "\"%s\": %s,\n".formatted(property.getKey(), property.getValue()))
            .collect(Collectors.joining());
    String files =
        resources.entrySet().stream()
            .map(
                resource ->
                    "{\"name\": \"%1$s\"%2$s%3$s}"
                        .formatted(
                            resource.getKey(),
                            resource.getValue().contains("\"path\":")
                                ? ""
                                : ", \"path\": \"%s.csv\"".formatted(resource.getKey()),
                            resource.getValue().isEmpty() ? "" : ", " + resource.getValue()))
            .collect(Collectors.joining(",\n  "));
    String json = "{%s\"stadtstand\": {%s},\n\"resources\": [%s]}".formatted(outer, own, files);
    file(Description.FILE, json.getBytes(StandardCharsets.UTF_8));
    return path;
  }
}
