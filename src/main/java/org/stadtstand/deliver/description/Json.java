package org.stadtstand.deliver.description;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.InvisibleCharacters;
import org.stadtstand.ground.text.NormalForm;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import tools.jackson.databind.JsonNode;

/** Reads a description without trusting its shape: what is missing or of the wrong kind is null. */
final class Json {

  static final Text A_TEXT = new Text("ein Text in Anführungszeichen", "a text in quotation marks");

  static final Text A_LIST = new Text("eine Liste in [ ]", "a list in [ ]");

  static final Text AN_OBJECT =
      new Text("Angaben mit Namen, in { }", "properties with names, in { }");

  /** Before, a day in Berlin did not begin at a whole hour. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

  private Json() {}

  static @Nullable String text(JsonNode node, String property) {
    JsonNode value = node.path(property);
    String text = value.isString() ? InvisibleCharacters.strip(value.stringValue()) : "";
    return text.isEmpty() ? null : NormalForm.of(text);
  }

  /** Null for no day, and for one before which no municipality can have had a record here. */
  static @Nullable LocalDate day(String text) {
    try {
      LocalDate day = PartialDate.parseDay(text);
      return day.isBefore(FIRST_DAY) ? null : day;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The texts of a list, or the one that stands in place of a list; blank ones count. */
  static List<String> texts(JsonNode node, String property) {
    JsonNode value = node.path(property);
    return value.isString()
        ? List.of(value.stringValue())
        : value.valueStream().filter(JsonNode::isString).map(JsonNode::stringValue).toList();
  }

  /** A property of one character; null if it is missing or longer. */
  static @Nullable Character character(JsonNode node, String property) {
    JsonNode value = node.path(property);
    boolean one = value.isString() && value.stringValue().length() == 1;
    return one ? value.stringValue().charAt(0) : null;
  }

  static JsonNode first(JsonNode list, String property, String value) {
    for (JsonNode entry : list) {
      if (value.equals(text(entry, property))) {
        return entry;
      }
    }
    return list.path(-1);
  }

  /** Visits every text below a node, with the path that leads to it. */
  static void eachText(String path, JsonNode node, BiConsumer<String, String> visitor) {
    if (node.isString()) {
      visitor.accept(path, node.stringValue());
    } else if (node.isArray()) {
      node.forEach(each -> eachText(path, each, visitor));
    } else {
      String start = path.isEmpty() ? "" : path + ".";
      node.forEachEntry((name, each) -> eachText(start + name, each, visitor));
    }
  }
}
