package org.stadtstand.graph.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.serve.link.Web;
import tools.jackson.databind.JsonNode;

/**
 * What two states differ in is what differs in the tables of the two, as they are written there.
 */
@ServerTest
class DifferencesOfTablesIT {

  /** Their rows have no key of their own, or name what they are about in two columns. */
  private static final Set<String> OTHER_KEYS =
      Set.of(
          "municipality",
          "coverage",
          "identifier",
          "correction",
          "selection_member",
          "project_target",
          "project_service");

  @LocalServerPort private int port;
  @Autowired private Questions questions;
  @Autowired private RecordTypes types;

  @ParameterizedTest
  @CsvSource({
    "duesseldorf, 1, 2",
    "duesseldorf, 3, 4",
    "duesseldorf, 1, 4",
    "musterstadt, 3, 4",
    "musterstadt, 4, 5",
    "musterstadt, 1, 9"
  })
  void fieldsAreThoseOfTheTables(String city, int from, int to) {
    Map<String, String> asked = asked(city, from, to);
    Map<String, String> read = new TreeMap<>();
    for (RecordType type : types.all()) {
      if (!OTHER_KEYS.contains(type.table())) {
        Map<String, NamedCsvRecord> before = rows(city, type.table(), from);
        rows(city, type.table(), to)
            .forEach((key, after) -> differing(type.table(), before.get(key), after, read));
      }
    }
    asked.keySet().removeIf(field -> OTHER_KEYS.contains(field.split(" ")[0]));
    assertThat(asked).isNotEmpty().isEqualTo(read);
  }

  /** Two records of one key in two tables would else look like one. */
  @Test
  void aReferenceToAnyTableNamesTheTable() {
    String told =
        questions
            .data(
                "{ changes(filter: {key: {eq: \"glasfaser-bis-2030-cdu\"}, field: {eq:"
                    + " \"subject\"}}) { nodes { before beforeLabel after } } }")
            .at("/changes/nodes")
            .toString();
    assertThat(told)
        .isEqualTo(
            "[{\"before\":\"project:glasfaserausbau\",\"beforeLabel\":\"Glasfaserausbau\","
                + "\"after\":\"target:inf-5\"}]");
  }

  private Map<String, String> asked(String city, int from, int to) {
    Map<String, String> asked = new TreeMap<>();
    String after = "";
    while (true) {
      JsonNode page =
          questions
              .data(
                  ("{ compare(municipality: \"%s\", from: {release: %d}, to: {release: %d}, first:"
                       + " 200, filter: {kind: {eq: CHANGED}}%s) { nodes { type key fields { field"
                       + " before after } } pageInfo { hasNextPage endCursor } } }")
                      .formatted(city, from, to, after))
              .get("compare");
      for (JsonNode node : page.get("nodes")) {
        String type = node.get("type").asString().toLowerCase(Locale.ROOT);
        for (JsonNode field : node.get("fields")) {
          asked.put(
              type + " " + node.get("key").asString() + " " + field.get("field").asString(),
              field.get("before").asString("") + " → " + field.get("after").asString(""));
        }
      }
      if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
        return asked;
      }
      after = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asString());
    }
  }

  private Map<String, NamedCsvRecord> rows(String city, String table, int release) {
    String csv = new Web(port).get("/data/%s/%s@%d.csv".formatted(city, table, release)).body();
    Map<String, NamedCsvRecord> rows = new TreeMap<>();
    for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(csv)) {
      row.findField("key").ifPresent(key -> rows.put(key, row));
    }
    return rows;
  }

  private static void differing(
      String table,
      @Nullable NamedCsvRecord before,
      NamedCsvRecord after,
      Map<String, String> differing) {
    if (before != null) {
      for (String field : List.copyOf(after.getHeader())) {
        if (!before.getField(field).equals(after.getField(field))) {
          differing.put(
              table + " " + after.getField("key") + " " + field,
              before.getField(field) + " → " + after.getField(field));
        }
      }
    }
  }
}
