package org.stadtstand.serve.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lists of an answer that continue beyond the page that was read. A list of which only
 * the count was asked has no page. Values of facets have none either, but a rest.
 */
final class TruncatedLists {

  private final @Nullable SelectedField without;
  private final Set<String> names = new TreeSet<>();

  private TruncatedLists(@Nullable SelectedField without) {
    this.without = without;
  }

  /**
   * The names of the truncated lists below a part of an answer.
   *
   * @param without the list whose contents are left out
   */
  static Set<String> in(
      SelectedField selected, @Nullable Object value, @Nullable SelectedField without) {
    TruncatedLists cuts = new TruncatedLists(without);
    cuts.collect(selected, value, "");
    return cuts.names;
  }

  private void collect(SelectedField selected, @Nullable Object value, String name) {
    if (value instanceof List<?> list) {
      list.forEach(element -> collect(selected, element, name));
    } else if (value instanceof Map<?, ?> object) {
      if (isCut(object) && selected.children().stream().anyMatch(SelectedField::isOfPart)) {
        names.add(name);
      }
      for (SelectedField child : selected.children()) {
        if (!child.isLeaf() && child != without) {
          String longer = name.isEmpty() ? child.key() : name + "." + child.key();
          collect(child, object.get(child.key()), child.isPlumbing() ? name : longer);
        }
      }
    }
  }

  private static boolean isCut(Map<?, ?> object) {
    return object.get(TableQuery.PAGE) instanceof Map<?, ?> page
            && (Boolean.TRUE.equals(page.get("hasNextPage"))
                || Boolean.TRUE.equals(page.get("hasPreviousPage")))
        || object.get(TableQuery.REST) instanceof Map<?, ?> rest
            && rest.get("groups") instanceof Number groups
            && groups.intValue() > 0;
  }
}
