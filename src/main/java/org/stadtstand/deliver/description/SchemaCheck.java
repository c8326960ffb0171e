package org.stadtstand.deliver.description;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.ground.text.InvisibleCharacters;
import org.stadtstand.ground.text.NormalForm;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Column.Kind;
import org.stadtstand.record.declaration.RecordType;
import tools.jackson.databind.JsonNode;

/**
 * Compares the table schema that a description declares with the record type, which is
 * authoritative. A schema may leave things out or allow less without contradicting it.
 */
final class SchemaCheck {

  /** The properties of a field that change how its values are read. */
  private static final List<String> READING =
      List.of(
          "format",
          "decimalChar",
          "groupChar",
          "bareNumber",
          "trueValues",
          "falseValues",
          "missingValues");

  private final RecordType type;
  private final Findings findings;

  SchemaCheck(RecordType type, Findings findings) {
    this.type = type;
    this.findings = findings;
  }

  Resource.Schema check(JsonNode schema) {
    if (!schema.isObject() && !schema.isMissingNode()) {
      // The address of a schema kept elsewhere.
      ignored("schema", schema);
    }
    List<String> names = new ArrayList<>();
    Map<String, FieldFormat> formats = new HashMap<>();
    for (JsonNode field : schema.path("fields")) {
      String name = Json.text(field, "name");
      if (name != null) {
        names.add(name);
        field(name, field).ifPresent(column -> formats.put(name, format(column, field)));
      }
    }
    String key =
        schema.path("primaryKey").isArray()
            ? String.join("~", Json.texts(schema, "primaryKey"))
            : Json.text(schema, "primaryKey");
    String agreed = type.hasOwnKey() ? "key" : String.join("~", type.linkKey());
    same("primaryKey", key, agreed);
    schema.path("foreignKeys").forEach(this::foreignKey);
    return new Resource.Schema(names, formats, missing(schema));
  }

  /** What stands for an empty cell, in the form that cells are compared in. */
  private Set<String> missing(JsonNode schema) {
    for (JsonNode value : schema.path("missingValues")) {
      if (!value.isString()) {
        ignored("missingValues", value);
      }
    }
    return Json.texts(schema, "missingValues").stream()
        .map(text -> NormalForm.composed(InvisibleCharacters.strip(text)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<Column> field(String name, JsonNode field) {
    String declared = Json.text(field, "type");
    if (name.equals("key") && type.hasOwnKey()) {
      same(name + ".type", declared, "string");
      return Optional.empty();
    }
    Optional<Column> column = type.column(name);
    if (column.isEmpty()) {
      FindingPlace place = Description.property("resources." + type.table() + ".schema");
      findings.add(DescriptionRule.SCHEMA_UNKNOWN_FIELD, place, type.table(), name);
      return column;
    }
    if (!"date".equals(declared) || column.get().kind() != Kind.PARTIAL_DATE) {
      same(name + ".type", declared, tableSchemaType(column.get()));
    }
    for (JsonNode value : field.path("constraints").path("enum")) {
      if (!column.get().allowed().contains(value.asString(""))) {
        contradiction(
            name + ".enum", value.asString(""), String.join(", ", column.get().allowed()));
      }
    }
    return column;
  }

  /** How the field is written; whatever cannot be honoured is reported as ignored. */
  private FieldFormat format(Column column, JsonNode field) {
    boolean number = column.kind() == Kind.INTEGER || column.kind() == Kind.DECIMAL;
    boolean date = column.kind() == Kind.DATE || column.kind() == Kind.PARTIAL_DATE;
    String format = Json.text(field, "format");
    DateTimeFormatter day = date && format != null ? FieldFormat.day(format) : null;
    Character decimal = number ? Json.character(field, "decimalChar") : null;
    Character group = number ? Json.character(field, "groupChar") : null;
    boolean yesOrNo = column.kind() == Kind.BOOLEAN;
    Set<String> honoured = new HashSet<>();
    honoured.add(decimal == null ? "" : "decimalChar");
    honoured.add(group == null ? "" : "groupChar");
    honoured.add(day == null && !"default".equals(format) ? "" : "format");
    honoured.addAll(yesOrNo ? List.of("trueValues", "falseValues") : List.of());
    honoured.add(field.path("bareNumber").asBoolean(true) ? "bareNumber" : "");
    if (date && format != null && format.contains("%y")) {
      yearOfTwoDigits(column.name() + ".format", format);
      honoured.add("format");
    }
    ignored(column, field, honoured);
    FieldFormat read =
        new FieldFormat(
            decimal == null ? '.' : decimal,
            group,
            day,
            yesOrNo ? Json.texts(field, "trueValues") : List.of(),
            yesOrNo ? Json.texts(field, "falseValues") : List.of());
    read.ambiguity(column.kind())
        .ifPresent(what -> ambiguous(column.name() + "." + what, field.path(what)));
    return read;
  }

  private void ambiguous(String what, JsonNode value) {
    FindingPlace place = Description.property("resources." + type.table() + ".schema");
    findings.add(DescriptionRule.AMBIGUOUS_FORMAT, place, what, value.asString(value.toString()));
  }

  private void yearOfTwoDigits(String what, String format) {
    FindingPlace place = Description.property("resources." + type.table() + ".schema");
    String right = format.replace("%y", "%Y");
    DateTimeFormatter day = FieldFormat.day(right);
    String example = (day == null ? FieldFormat.AGREED : FieldFormat.of(day)).example(Kind.DATE);
    findings.add(
        DescriptionRule.FORMAT_OF_TWO_DIGITS, place, type.table(), what, format, right, example);
  }

  private void ignored(Column column, JsonNode field, Set<String> honoured) {
    for (String property : READING) {
      if (!field.path(property).isMissingNode() && !honoured.contains(property)) {
        ignored(column.name() + "." + property, field.path(property));
      }
    }
  }

  private void ignored(String what, JsonNode value) {
    FindingPlace place = Description.property("resources." + type.table() + ".schema");
    String text = value.isString() ? value.stringValue() : value.toString();
    findings.add(DescriptionRule.SCHEMA_IGNORED, place, type.table(), what, text);
  }

  private static String tableSchemaType(Column column) {
    return switch (column.kind()) {
      case INTEGER -> "integer";
      case DECIMAL -> "number";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TEXT, UNIT, PARTIAL_DATE, CHOICE, LIST, REFERENCE -> "string";
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
