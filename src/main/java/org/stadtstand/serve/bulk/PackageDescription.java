package org.stadtstand.serve.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.time.Release;

/**
 * Describes all tables of one state as a Frictionless Data Package. It adds what a delivery's
 * description needs, so that the package can be delivered again.
 */
final class PackageDescription {

  private final DataState state;
  private final @Nullable DescribedState described;
  private final @Nullable Integer revokes;

  /**
   * Describes a state.
   *
   * @param described how the state describes itself; null before the first release
   * @param revokes the number of the release that this one revokes
   */
  PackageDescription(
      DataState state, @Nullable DescribedState described, @Nullable Integer revokes) {
    this.state = state;
    this.described = described;
    this.revokes = revokes;
  }

  /** Describes the tables, each under its address relative to the description. */
  Map<String, Object> describe(List<PublishedTable> tables, Function<PublishedTable, String> path) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("profile", "tabular-data-package");
    description.put("name", state.place().key());
    description.put("title", title());
    put(description, "description", text(DescribedState::description));
    put(description, "homepage", text(DescribedState::homepage));
    if (described != null && !described.keywords().isEmpty()) {
      description.put("keywords", described.keywords());
    }
    description.put("version", String.valueOf(state.number()));
    if (state.release() != null) {
      description.put("created", state.release().publishedAt().toInstant().toString());
    }
    description.put("licenses", List.of(licence()));
    description.put(
        "contributors",
        List.of(pair("title", text(DescribedState::publisher), "role", "publisher")));
    description.put("sources", List.of(source()));
    description.put("stadtstand", own());
    List<Map<String, Object>> resources = new ArrayList<>();
    tables.forEach(table -> resources.add(resource(table, path.apply(table))));
    description.put("resources", resources);
    return description;
  }

  private Map<String, Object> source() {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("title", text(DescribedState::attribution));
    put(source, "path", text(DescribedState::portalUrl));
    return source;
  }

  private Map<String, Object> licence() {
    Map<String, Object> licence =
        pair("name", text(DescribedState::licence), "path", text(DescribedState::licenceUrl));
    put(licence, "title", text(DescribedState::licenceTitle));
    return licence;
  }

  /** Keeps the order; {@code Map.of} would give a different one in each run of the server. */
  private static Map<String, Object> pair(String one, Object value, String two, Object other) {
    Map<String, Object> pair = new LinkedHashMap<>();
    pair.put(one, value);
    pair.put(two, other);
    return pair;
  }

  private Map<String, Object> own() {
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("municipality", state.place().key());
    own.put("standing", text(DescribedState::standing));
    own.put("attribution", text(DescribedState::attribution));
    own.put("contact", text(DescribedState::contact));
    put(own, "accrualPeriodicity", text(DescribedState::frequency));
    Map<String, Object> catalogue = catalogue();
    if (!catalogue.isEmpty()) {
      own.put("catalogue", catalogue);
    }
    Release release = state.release();
    if (release != null) {
      Map<String, Object> described = new LinkedHashMap<>();
      described.put("number", release.number());
      described.put("kind", release.kind().name());
      described.put("standsFor", release.standsFor().toString());
      if (release.reason() != null) {
        described.put("reason", release.reason());
      }
      if (revokes != null) {
        described.put("revokes", revokes);
      }
      own.put("release", described);
    }
    return own;
  }

  private static Map<String, Object> resource(PublishedTable table, String path) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("name", table.name());
    resource.put("path", path);
    resource.put("profile", "tabular-data-resource");
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    Map<String, Object> dialect = pair("delimiter", ",", "lineTerminator", "\n");
    dialect.put("quoteChar", "\"");
    dialect.put("header", true);
    resource.put("dialect", dialect);
    resource.put("schema", schema(table));
    return resource;
  }

  private static Map<String, Object> schema(PublishedTable table) {
    RecordType type = table.type();
    List<Map<String, Object>> fields = new ArrayList<>();
    List<Map<String, Object>> foreignKeys = new ArrayList<>();
    for (PublishedTable.Field field : table.fields()) {
      Column column = type.column(field.name()).orElse(null);
      fields.add(field(field, column));
      if (column != null && column.references() != null) {
        foreignKeys.add(
            pair(
                "fields",
                field.name(),
                "reference",
                pair("resource", resource(type, column.references()), "fields", "key")));
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("fields", fields);
    schema.put("missingValues", List.of(""));
    schema.put("primaryKey", type.hasOwnKey() ? "key" : type.linkKey());
    if (!foreignKeys.isEmpty()) {
      schema.put("foreignKeys", foreignKeys);
    }
    return schema;
  }

  /** A reference to the own table has an empty name, as the Table Schema says. */
  private static String resource(RecordType type, String references) {
    return references.equals(type.table()) ? "" : references;
  }

  private static Map<String, Object> field(PublishedTable.Field field, @Nullable Column column) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", field.name());
    described.put("type", type(field.kind()));
    if (column != null) {
      described.put("title", column.label(Language.DE));
    }
    Map<String, Object> constraints = new LinkedHashMap<>();
    if (field.required()) {
      constraints.put("required", true);
    }
    if (column != null && !column.allowed().isEmpty()) {
      constraints.put("enum", column.allowed());
    }
    if (!constraints.isEmpty()) {
      described.put("constraints", constraints);
    }
    return described;
  }

  private static String type(Column.Kind kind) {
    return switch (kind) {
      case INTEGER -> "integer";
      case DECIMAL -> "number";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TEXT, UNIT, PARTIAL_DATE, CHOICE, LIST, REFERENCE -> "string";
    };
  }

  private String title() {
    String own = text(DescribedState::title);
    return own.isEmpty() ? text(DescribedState::name) + ", Stand " + state.number() : own;
  }

  private Map<String, Object> catalogue() {
    Map<String, Object> catalogue = new LinkedHashMap<>();
    if (described != null && !described.themes().isEmpty()) {
      catalogue.put("themes", described.themes());
    }
    put(catalogue, "publisherType", text(DescribedState::publisherType));
    put(catalogue, "contributorId", text(DescribedState::contributor));
    return catalogue;
  }

  private String text(Function<DescribedState, @Nullable String> property) {
    return described == null ? "" : Objects.requireNonNullElse(property.apply(described), "");
  }

  /** What is not said is left out. */
  private static void put(Map<String, Object> object, String name, String text) {
    if (!text.isEmpty()) {
      object.put(name, text);
    }
  }
}
