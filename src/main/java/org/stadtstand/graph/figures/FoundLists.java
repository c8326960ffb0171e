package org.stadtstand.graph.figures;

import java.util.Collection;
import java.util.List;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.listing.Hits;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;
import org.stadtstand.record.listing.Relation;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Ref;

/**
 * Lists whose rows are found by one statement.
 *
 * @param lists whose each is: the pins of a list at the root, else its parent; hits count them from
 *     1
 */
public record FoundLists(List<?> lists, Hits hits) {

  /** Those of a field, with the same arguments for all. */
  public static FoundLists of(
      ListedTypes types, Object list, ListArguments arguments, Collection<?> lists) {
    if (list instanceof Relation<?> relation) {
      List<Ref> parents = lists.stream().map(Ref.class::cast).toList();
      return new FoundLists(parents, types.hits(relation, parents, arguments));
    }
    List<List<Pin>> all = lists.stream().map(FoundLists::pins).toList();
    return new FoundLists(all, types.hits((ListedType<?>) list, all, arguments));
  }

  /** The states of a list, one for each municipality. */
  public static List<Pin> states(Object own) {
    return own instanceof Ref parent ? List.of(parent.pin()) : pins(own);
  }

  @SuppressWarnings("unchecked")
  private static List<Pin> pins(Object own) {
    return (List<Pin>) own;
  }

  /** Leaves notices with the states of a list. */
  public static void leave(List<Text> notices, Object own, BasisRecorder basis) {
    states(own).stream()
        .filter(pin -> pin.release() > 0)
        .forEach(pin -> notices.forEach(notice -> basis.notice(pin, notice)));
  }

  /** The state in which the rows of a municipality are read in a list. */
  public Pin pin(int n, int place) {
    return pin(lists.get(n - 1), place);
  }

  /** The same of one of the lists. */
  public static Pin pin(Object list, int place) {
    return states(list).stream().filter(pin -> pin.place().id() == place).findFirst().orElseThrow();
  }
}
