package org.stadtstand.serve.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One of the tables that an answer with several lists becomes: a list outside all others, or a list
 * inside its rows that has more than one field. Groups in rows belong to these rows, as long as
 * they are the only ones.
 *
 * @param name the names on the way to the list
 * @param root what the table shows of the answer: its rows, the rows around them, and what stands
 *     beside those and leads to no list
 * @param path the lists from the outermost to the one of the rows, as they are below that root
 */
record AnswerSheet(String name, SelectedField root, List<ListField> path) {

  /** All tables of an answer, in the order in which it is asked for. */
  static List<AnswerSheet> of(SelectedField root) {
    Finder finder = new Finder(root);
    finder.find(List.of(), "", root);
    return finder.found;
  }

  private static List<ListField> groups(SelectedField list) {
    return ListField.in(list).stream().filter(inner -> inner.list().isOfGroups()).toList();
  }

  /** Goes through an answer from list to list. */
  private static final class Finder {

    private final SelectedField root;
    private final List<AnswerSheet> found = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private Finder(SelectedField root) {
      this.root = root;
    }

    private void find(List<ListField> path, String name, SelectedField in) {
      for (ListField list : ListField.in(in)) {
        if (path.isEmpty() || !isOfCell(list.list())) {
          List<ListField> own = new ArrayList<>(path);
          own.add(list);
          boolean merged = groups(in).size() == 1 && list.list().isOfGroups() && !path.isEmpty();
          String called = merged ? name : name.isEmpty() ? list.name() : name + "." + list.name();
          if (groups(list.list()).size() != 1) {
            add(own, called);
          }
          find(own, called, list.list());
        }
      }
    }

    private void add(List<ListField> path, String called) {
      Set<SelectedField> lists = new HashSet<>();
      path.forEach(list -> lists.add(list.list()));
      SelectedField kept = kept(root, lists, false);
      List<ListField> below = new ArrayList<>();
      SelectedField current = kept;
      for (ListField list : path) {
        Optional<ListField> same =
            ListField.in(current).stream()
                .filter(each -> each.keys().equals(list.keys()))
                .findFirst();
        if (same.isEmpty()) {
          // Its rows hold nothing but other tables.
          return;
        }
        below.add(same.get());
        current = same.get().list();
      }
      String last = path.getLast().keys().getLast();
      found.add(new AnswerSheet(names.add(called) ? called : called + "." + last, kept, below));
    }

    /** Without the lists that are tables of their own, and outside rows without all lists. */
    private static SelectedField kept(SelectedField in, Set<SelectedField> path, boolean inRows) {
      List<SelectedField> children = new ArrayList<>();
      for (SelectedField child : in.children()) {
        if (child.isLeaf() || (inRows && child.isList() && isOfCell(child))) {
          children.add(child);
        } else if (path.contains(child)) {
          children.add(kept(child, path, true));
        } else if (!child.isList()
            && (inRows || ListField.in(child).isEmpty() || leadsTo(child, path))) {
          children.add(kept(child, path, inRows));
        }
      }
      return in.with(children.stream().filter(child -> child.leaves() > 0).toList());
    }

    private static boolean leadsTo(SelectedField object, Set<SelectedField> path) {
      return ListField.in(object).stream().anyMatch(list -> path.contains(list.list()));
    }

    /** Whether its elements share a cell of the row around them. */
    private static boolean isOfCell(SelectedField list) {
      return list.leaves() == 1 && !list.isOfGroups();
    }
  }
}
