package org.stadtstand.graph.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.stadtstand.graph.changes.ChangingCity.Move;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import tools.jackson.databind.JsonNode;

/** A list of all cities in the order of keys or titles has the rows of each, in one order. */
class ListsOfAllIT {

  private static final String ASKED =
      """
      query @lang(in: %s) {
        projects(municipality: "%s", %s, orderBy: [{field: %s, direction: %s}]) {
          nodes { id key title municipality { key } }
          pageInfo { endCursor hasNextPage } } }
      """;

  @Property(tries = 2, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void theyAreThoseOfEachCity(
      @ForAll("histories") List<List<Move>> one,
      @ForAll("histories") List<List<Move>> other,
      @ForAll @IntRange(min = 1, max = 7) int page)
      throws Exception {
    List<ChangingCity> cities = List.of(ChangingCity.published(one), ChangingCity.published(other));
    for (String field : List.of("key", "title")) {
      for (String language : List.of("DE", "EN")) {
        assertWhole(cities, field, "ASC", language, page);
        assertWhole(cities, field, "DESC", language, page);
      }
    }
  }

  private static void assertWhole(
      List<ChangingCity> cities, String field, String direction, String language, int page) {
    List<JsonNode> all = pages("ALL", field, direction, language, page);
    Comparator<JsonNode> ascending = Comparator.comparing(node -> node.get(field).asString());
    assertThat(all)
        // Other tests withhold titles on this server, which then come before or behind all others.
        .filteredOn(node -> !node.get("title").asString().startsWith("["))
        .isNotEmpty()
        .isSortedAccordingTo(direction.equals("ASC") ? ascending : ascending.reversed());
    for (ChangingCity city : cities) {
      assertThat(all)
          .filteredOn(node -> node.at("/municipality/key").asString().equals(city.key))
          .isNotEmpty()
          .isEqualTo(pages(city.key, field, direction, language, 200));
    }
  }

  /** A table that lacks it would make the list read and sort all rows of all cities. */
  @Example
  void eachSortedTextHasAnIndexInItsOrder() {
    Collection<RecordType> types = OwnServer.application().getBean(RecordTypes.class).all();
    assertThat(types).anyMatch(type -> type.columns().stream().anyMatch(Column::sorted));
    for (RecordType type : types) {
      for (Column column : type.columns()) {
        if (column.sorted()) {
          assertThat(OwnServer.indexes(type.table()))
              .as(type.table())
              .anyMatch(index -> index.endsWith("(%s_sort, record)".formatted(column.name())));
        }
      }
    }
    assertThat(OwnServer.indexes("record")).anyMatch(index -> index.contains("(type, key, id)"));
  }

  @Provide
  Arbitrary<List<List<Move>>> histories() {
    return ChangingCity.histories();
  }

  /** The whole list, page by page, in its order. */
  private static List<JsonNode> pages(
      String municipality, String field, String direction, String language, int page) {
    List<JsonNode> all = new ArrayList<>();
    String from = "first: " + page;
    while (true) {
      JsonNode answer =
          OwnServer.questions()
              .data(
                  ASKED.formatted(
                      language, municipality, from, field.toUpperCase(Locale.ROOT), direction));
      all.addAll(answer.at("/projects/nodes").valueStream().toList());
      if (!answer.at("/projects/pageInfo/hasNextPage").asBoolean()) {
        return all;
      }
      from =
          "first: %d, after: \"%s\""
              .formatted(page, answer.at("/projects/pageInfo/endCursor").asString());
    }
  }
}
