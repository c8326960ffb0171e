package org.stadtstand.deliver.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import tools.jackson.databind.JsonNode;

/**
 * Compares the table schema that a description declares with the record type, which is
 * authoritative. A schema may leave things out or allow less without contradicting it.
 */
final class SchemaCheck {

  private final RecordType type;
  private final Findings findings;

  SchemaCheck(RecordType type, Findings findings) {
    this.type = type;
    this.findings = findings;
  }

  /** Returns the names of the declared fields in order. */
  List<String> check(JsonNode schema) {
    List<String> names = new ArrayList<>();
    for (JsonNode field : schema.path("fields")) {
      String name = Json.text(field, "name");
      if (name != null) {
        names.add(name);
        field(name, field);
      }
    }
    String key =
        schema.path("primaryKey").isArray()
            ? String.join(
                "~", schema.path("primaryKey").valueStream().map(n -> n.asString("")).toList())
            : Json.text(schema, "primaryKey");
    String agreed = type.hasOwnKey() ? "key" : String.join("~", type.linkKey());
    same("primaryKey", key, agreed);
    schema.path("foreignKeys").forEach(this::foreignKey);
    return names;
  }

  private void field(String name, JsonNode field) {
    String declared = Json.text(field, "type");
    if (name.equals("key") && type.hasOwnKey()) {
      same(name + ".type", declared, "string");
      return;
    }
    Optional<Column> column = type.column(name);
    if (column.isEmpty()) {
      FindingPlace place = Description.property("resources." + type.table() + ".schema");
      findings.add(DescriptionRule.SCHEMA_UNKNOWN_FIELD, place, type.table(), name);
      return;
    }
    same(name + ".type", declared, tableSchemaType(column.get()));
    for (JsonNode value : field.path("constraints").path("enum")) {
      if (!column.get().allowed().contains(value.asString(""))) {
        contradiction(
            name + ".enum", value.asString(""), String.join(", ", column.get().allowed()));
      }
    }
  }

  private static String tableSchemaType(Column column) {
    return switch (column.kind()) {
      case INTEGER -> "integer";
      case DECIMAL -> "number";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TEXT, PARTIAL_DATE, CHOICE, LIST, REFERENCE -> "string";
    };
  }

  private void foreignKey(JsonNode foreignKey) {
    JsonNode fields = foreignKey.path("fields");
    String name = fields.isArray() ? fields.path(0).asString("") : Json.text(foreignKey, "fields");
    Column column = type.column(String.valueOf(name)).orElse(null);
    if (column != null && column.references() != null) {
      String declared = Json.text(foreignKey.path("reference"), "resource");
      same("foreignKeys." + name, declared, column.references());
    }
  }

  private void same(String what, @Nullable String declared, String agreed) {
    if (declared != null && !declared.equals(agreed)) {
      contradiction(what, declared, agreed);
    }
  }

  private void contradiction(String what, String declared, String agreed) {
    FindingPlace place = Description.property("resources." + type.table() + ".schema");
    findings.add(DescriptionRule.SCHEMA_CONTRADICTS, place, type.table(), what, declared, agreed);
  }
}
