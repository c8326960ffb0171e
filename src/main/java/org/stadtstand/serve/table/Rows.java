package org.stadtstand.serve.table;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns elements into rows: one for each element of the innermost list, and one for an empty list.
 */
public final class Rows implements ElementSink {

  private final TablePlan plan;
  private final TableRowSink sink;
  private final @Nullable Object[] elements;
  private @Nullable String cut;

  public Rows(TablePlan plan, TableRowSink sink) {
    this.plan = plan;
    this.sink = sink;
    this.elements = new @Nullable Object[plan.levels().size() + 1];
  }

  @Override
  public boolean take(Map<?, ?> whole, @Nullable Object element, @Nullable String cut)
      throws IOException {
    this.cut = cut;
    elements[0] = whole;
    if (elements.length == 1) {
      return row();
    }
    elements[1] = element;
    return inside(2);
  }

  private boolean inside(int level) throws IOException {
    if (level == elements.length) {
      return row();
    }
    List<?> list = Values.list(elements[level - 1], plan.levels().get(level - 1).path());
    if (list.isEmpty()) {
      // An element without nested elements is a row too, so that nothing is silently lost.
      java.util.Arrays.fill(elements, level, elements.length, null);
      return row();
    }
    for (Object element : list) {
      elements[level] = element;
      if (!inside(level + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean row() throws IOException {
    List<TableColumn> columns = plan.columns();
    @Nullable Object[] cells = new @Nullable Object[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      TableColumn column = columns.get(i);
      cells[i] = Values.at(elements[column.level()], column.path());
    }
    return sink.row(cells, cut);
  }
}
