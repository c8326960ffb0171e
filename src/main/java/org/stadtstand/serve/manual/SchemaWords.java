package org.stadtstand.serve.manual;

import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Writes descriptions of the schema as HTML, in which the types and fields they name are links. */
final class SchemaWords {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern PLACE = Pattern.compile("([A-Z]\\w*)(?:\\.(\\w+))?");
  private static final Pattern SENTENCE = Pattern.compile("(?s)^.*?[.:;](?=\\s|$)");

  private final GraphQLSchema schema;

  SchemaWords(GraphQLSchema schema) {
    this.schema = schema;
  }

  String html(@Nullable String description) {
    if (description == null) {
      return "";
    }
    Matcher code = CODE.matcher(HtmlUtils.htmlEscape(description.strip()));
    return code.replaceAll(found -> Matcher.quoteReplacement(linked(found.group(1))));
  }

  /** The first sentence, for lists. */
  String summary(@Nullable String description) {
    String text = description == null ? "" : description.strip().replace("`", "");
    Matcher sentence = SENTENCE.matcher(text);
    return sentence.find() ? sentence.group().replaceFirst("[:;]$", ".") : text;
  }

  private String linked(String code) {
    String shown = "<code>" + code + "</code>";
    Matcher place = PLACE.matcher(code);
    if (!place.matches() || !has(place.group(1), place.group(2))) {
      return shown;
    }
    String field = place.group(2) == null ? "" : "#" + place.group(2);
    return "<a href=\"" + place.group(1) + field + "\">" + shown + "</a>";
  }

  private boolean has(String name, @Nullable String field) {
    GraphQLType type = schema.getType(name);
    return field == null
        ? type != null
        : type instanceof GraphQLFieldsContainer fields && fields.getFieldDefinition(field) != null;
  }
}
