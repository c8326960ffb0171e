package org.stadtstand.record.sheets;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether a parent has a related row that fits, or one that does not. */
final class ParentTest implements Predicate<SheetRow> {

  private final SheetList<?> list;
  private final List<Predicate<SheetRow>> fits;
  private final boolean fit;
  private final boolean below;
  private @Nullable Set<Integer> parents;

  ParentTest(SheetList<?> list, List<Predicate<SheetRow>> fits, boolean fit) {
    this.list = list;
    this.fits = fits;
    this.fit = fit;
    this.below = list.isBelow();
  }

  @Override
  public boolean test(SheetRow parent) {
    if (below) {
      return hasBelow(parent);
    }
    if (parents == null) {
      parents = all(parent);
    }
    return parents.contains(parent.record());
  }

  private boolean hasBelow(SheetRow parent) {
    for (int i = 0; i < list.kinds().size(); i++) {
      int kind = i;
      if (list.view(list.kinds().get(kind)).hasBelow(parent, row -> is(kind, row))) {
        return true;
      }
    }
    return false;
  }

  /** All parents in the state of this one. */
  private Set<Integer> all(SheetRow state) {
    Set<Integer> found = new HashSet<>();
    for (int i = 0; i < list.kinds().size(); i++) {
      int kind = i;
      Slot parent = list.parent(list.kinds().get(kind));
      list.view(list.kinds().get(kind))
          .all(
              state.sheet(),
              state.at(),
              row -> {
                Integer number = row.integerOrNull(parent);
                if (number != null && !found.contains(number) && is(kind, row)) {
                  found.add(number);
                }
              });
    }
    return found;
  }

  private boolean is(int kind, SheetRow row) {
    SheetRow listed = list.listed(list.kinds().get(kind), row);
    return listed != null && fits.get(kind).test(listed) == fit;
  }
}
