package org.stadtstand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads files with a proofreader, and keeps one example of each fault.
 *
 * @param host what permanent links must begin with
 */
record ProofreadFile(Proofreader reader, String host, Map<String, String> found) {

  private static final Pattern DAYS =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d( \\| (\\d{4}-\\d\\d-\\d\\d)?)*");

  /** In words, beside its column. */
  private static final String LABEL = "Label";

  ProofreadFile(Proofreader reader, String host) {
    this(reader, host, new TreeMap<>());
  }

  /** One example of each kind, by file and column. */
  List<String> faults() {
    return found.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).toList();
  }

  /**
   * Reads a table; what stands beside its words is for machines.
   *
   * @param rows the heading first
   */
  void table(String file, List<List<String>> rows) {
    List<String> heading = rows.getFirst();
    Set<String> names = new HashSet<>(heading);
    for (List<String> row : rows.subList(1, rows.size())) {
      for (int i = 0; i < row.size(); i++) {
        String name = heading.get(i);
        int words = heading.indexOf(name + LABEL);
        if (!names.contains(name + LABEL) || row.size() <= words || row.get(words).isBlank()) {
          text(file + " " + name, row.get(i));
        }
      }
    }
  }

  /** Reads rows that name their columns themselves. */
  void lines(String file, List<JsonNode> rows) {
    for (JsonNode row : rows) {
      List<String> names = new ArrayList<>();
      List<String> cells = new ArrayList<>();
      row.properties()
          .forEach(
              member -> {
                names.add(member.getKey());
                cells.add(member.getValue().asString(member.getValue().toString()));
              });
      table(file, List.of(names, cells));
    }
  }

  /** Reads a description. */
  void description(String file, JsonNode value) {
    if (value.isContainer()) {
      value.forEach(part -> description(file, part));
    } else {
      text(file, value.asString(""));
    }
  }

  /** Reads what stands by itself. */
  void text(String place, String text) {
    if (!DAYS.matcher(text).matches()) {
      reader.faultsOfFile(host, text).forEach(fault -> found.putIfAbsent(place, fault));
      return;
    }
    for (String day : text.split(" \\| ")) {
      if (!day.isEmpty() && !reader.isKnown(LocalDate.parse(day))) {
        found.putIfAbsent(place + " is a day that nobody knows", text);
      }
    }
  }
}
