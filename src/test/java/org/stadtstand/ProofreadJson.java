package org.stadtstand;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads whole answers with a proofreader, and keeps one example of each fault. */
final class ProofreadJson {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  /** Addresses of things and of answers. */
  private static final Set<String> NAMES = Set.of("key", "endCursor", "url", "sourceUrl");

  private final Proofreader reader;
  private final Map<String, String> faults = new TreeMap<>();
  private int texts;

  ProofreadJson(Proofreader reader) {
    this.reader = reader;
  }

  /** One example of each kind, by type and field. */
  List<String> faults() {
    return faults.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).toList();
  }

  int texts() {
    return texts;
  }

  /**
   * Reads all texts of an answer.
   *
   * @param path how it was reached
   */
  void read(String path, JsonNode value) {
    if (value.isArray()) {
      value.forEach(element -> read(path, element));
    } else if (value.isObject()) {
      value.properties().forEach(member -> member(path, member.getKey(), member.getValue(), value));
    }
  }

  private void member(String path, String name, JsonNode value, JsonNode beside) {
    String field = path + "." + name.replaceFirst(".*_", "");
    if (value.isObject() || value.isArray()) {
      read(field, value);
      return;
    }
    JsonNode citation = beside.get(name + "Citation");
    if (citation != null && !value.isNull() && citation.asString("").isBlank()) {
      faults.putIfAbsent(field + " without a citation", value + " of " + beside.path("key"));
    }
    JsonNode precision = beside.get(name + "Precision");
    if (value.isString() && !NAMES.contains(name.replaceFirst(".*_", ""))) {
      texts++;
      text(field, value.asString(), precision != null);
    }
    if (precision != null && !value.isNull()) {
      label(field, precision.asString(""), beside.path(name + "Label").asString(""));
    }
  }

  private void text(String field, String text, boolean precise) {
    if (DAY.matcher(text).matches()) {
      // Beside its precision, a day is for machines.
      if (!precise && !reader.isKnown(LocalDate.parse(text))) {
        faults.putIfAbsent(field + " is a day that nobody knows", text);
      }
    } else {
      reader.faults(text).forEach(fault -> faults.putIfAbsent(field, fault));
    }
  }

  private void label(String field, String precision, String label) {
    if (precision.isBlank() || label.isBlank()) {
      faults.putIfAbsent(field + " without its words", precision + " " + label);
    }
  }
}
