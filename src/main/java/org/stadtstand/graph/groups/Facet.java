package org.stadtstand.graph.groups;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;

/**
 * The values of a column by which a list can be narrowed.
 *
 * @param words what the column is called
 * @param all the most frequent first
 * @param rows how many rows have them, each row once
 */
record Facet(String field, Text words, List<FacetValue> all, int size, int rows) {

  private static final Comparator<FacetValue> MOST_FREQUENT =
      Comparator.comparingInt(FacetValue::count)
          .reversed()
          .thenComparing(FacetValue::key, GroupKey::compareTo);

  static Facet of(FacetCondition condition, Text words, GroupedList list, int size) {
    Map<Object, FacetValue> values = new LinkedHashMap<>();
    for (GroupedList.Row row : list.groups()) {
      GroupKey key = row.keys().getFirst();
      FacetValue value = new FacetValue(key, row.count(), condition.names(key));
      // What a filter cannot tell apart is one value: keys of two cities, numbers of two units.
      values.merge(key.name() == null ? key : key.name(), value, FacetValue::and);
    }
    return new Facet(
        condition.column().constant(),
        words,
        values.values().stream().sorted(MOST_FREQUENT).toList(),
        size,
        list.rows());
  }

  List<FacetValue> values() {
    List<FacetValue> values = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i < size || all.get(i).chosen()) {
        values.add(all.get(i));
      }
    }
    return values;
  }

  int totalCount() {
    return all.size();
  }

  GroupPage.Rest rest() {
    List<FacetValue> listed = values();
    return new GroupPage.Rest(all.size() - listed.size(), counted(all) - counted(listed));
  }

  int overlap() {
    return counted(all) - rows;
  }

  private static int counted(List<FacetValue> values) {
    return values.stream().mapToInt(FacetValue::count).sum();
  }

  /** A value of a facet, and how many rows have it. */
  record FacetValue(GroupKey key, int count, boolean chosen) {

    @Nullable String value() {
      return key.name();
    }

    GroupKey.@Nullable Absence absent() {
      return key.absent();
    }

    private FacetValue and(FacetValue other) {
      Text both = new Text(joined(other, Language.DE), joined(other, Language.EN));
      return new FacetValue(
          new GroupKey(key.value(), key.name(), key.absent(), both, key.rank()),
          count + other.count,
          chosen);
    }

    private String joined(FacetValue other, Language language) {
      String own = key.words().in(language);
      String more = other.key.words().in(language);
      return own.equals(more) ? own : own + " / " + more;
    }
  }
}
