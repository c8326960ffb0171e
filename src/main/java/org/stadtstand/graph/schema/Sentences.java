package org.stadtstand.graph.schema;

import graphql.language.FieldDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.stadtstand.record.listing.ListedType;

/** Descriptions of generated inputs, derived from those of the fields they are about. */
final class Sentences {

  private static final Set<String> GOES_ON =
      Set.of(
          "A", "By", "Days", "From", "How", "In", "Its", "Since", "The", "What", "When", "Where",
          "Whether", "Which", "Who", "Whose", "Why");

  private final Map<String, String> descriptions = new HashMap<>();

  Sentences(TypeDefinitionRegistry schema) {
    Definitions.eachField(
        schema,
        (type, field) -> {
          if (field.getDescription() != null) {
            descriptions.put(type + "." + field.getName(), first(field));
          }
        });
  }

  private static String first(FieldDefinition field) {
    String text = field.getDescription().getContent().strip().replaceAll("\\s+", " ");
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  String filter(String type, String field) {
    if (field.equals("source")) {
      return "By the key of its source.";
    }
    if (field.endsWith("Within")) {
      String base = field.substring(0, field.length() - "Within".length());
      return "By `%s` and everything below it.".formatted(base);
    }
    if (field.endsWith("Fits")) {
      return "By a condition on its `%s`.".formatted(field.substring(0, field.length() - 4));
    }
    String own = descriptions.get(type + "." + field);
    return own == null ? "By `%s`.".formatted(field) : "By `%s`: %s".formatted(field, inside(own));
  }

  /** A sentence continued after a colon; names and German words keep their capital. */
  private static String inside(String sentence) {
    return GOES_ON.contains(sentence.split(" ", 2)[0])
        ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1)
        : sentence;
  }

  /** What the field is stands at the field and its filter, and need not be said a third time. */
  String order(ListedType<?> type, String constant) {
    String field = field(constant);
    if (type.orders().containsKey(constant + "#0")) {
      return "By `%s`, then `ordinal`.".formatted(field);
    }
    return "By `%s`.".formatted(field);
  }

  /** The field of a constant: PLANNED_END is {@code plannedEnd}. */
  private static String field(String constant) {
    StringBuilder field = new StringBuilder();
    for (String word : constant.toLowerCase(Locale.ROOT).split("_")) {
      field.append(
          field.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return field.toString();
  }
}
