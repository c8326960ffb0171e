package org.stadtstand.serve.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;

/** Plans the rows and columns of an answer before it exists, or says why it cannot be a table. */
final class TablePlanner {

  private final ColumnWords words;
  private final FileOptions options;
  private final List<ListLevel> levels = new ArrayList<>();
  private final List<SelectedField> path = new ArrayList<>();
  private final List<TableColumn> columns = new ArrayList<>();

  private TablePlanner(ColumnWords words, FileOptions options) {
    this.words = words;
    this.options = options;
  }

  /** A plan for each table that is asked for: the one that is named, or all that there are. */
  static List<TablePlan> plans(SelectedField root, ColumnWords words, FileOptions options) {
    List<AnswerSheet> sheets = options.explode() == null ? AnswerSheet.of(root) : List.of();
    String named = options.sheet();
    if (named != null && sheets.size() < 2) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          options.explode() == null
              ? "sheet names one of several tables, and the answer is one table."
              : "sheet and explode both say what the rows are.",
          "Leave sheet out.");
    }
    if (sheets.isEmpty()) {
      return List.of(plan(root, words, options));
    }
    List<TablePlan> plans =
        sheets.stream()
            .filter(sheet -> named == null || named.equals(sheet.name()))
            .map(sheet -> plan(sheet, sheets.size() > 1 ? sheet.name() : null, words, options))
            .toList();
    if (plans.isEmpty()) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "sheet names \"" + named + "\", and the answer has no such table.",
          "Its tables are called "
              + sheets.stream().map(AnswerSheet::name).collect(Collectors.joining(", "))
              + ".");
    }
    return plans;
  }

  private static TablePlan plan(
      AnswerSheet sheet, @Nullable String name, ColumnWords words, FileOptions options) {
    TablePlanner planner = new TablePlanner(words, options);
    sheet.path().forEach(planner::enter);
    planner.addColumns(sheet.root(), new ColumnPath(0, List.of(), List.of(), List.of()));
    planner.checkNames();
    return new TablePlan(sheet.root(), planner.levels, planner.columns, name);
  }

  private static TablePlan plan(SelectedField root, ColumnWords words, FileOptions options) {
    TablePlanner planner = new TablePlanner(words, options);
    planner.descend(root);
    planner.refuseOtherLists(root);
    planner.addColumns(root, new ColumnPath(0, List.of(), List.of(), List.of()));
    planner.checkNames();
    return new TablePlan(root, planner.levels, planner.columns, null);
  }

  /** A plan for rows that keep their nested values, which needs only the outermost list. */
  static TablePlan planNested(SelectedField root, ColumnWords words, FileOptions options) {
    TablePlanner planner = new TablePlanner(words, options);
    ListField rows = planner.outermost(root, null);
    if (rows != null) {
      planner.enter(rows);
      planner.addColumns(root, new ColumnPath(0, List.of(), List.of(), List.of()));
      planner.columns.removeIf(column -> column.level() > 0);
    }
    return new TablePlan(root, planner.levels, planner.columns, null);
  }

  /** Enters the list that is to become rows, if one is named; else there is none. */
  private void descend(SelectedField root) {
    String explode = options.explode();
    if (explode == null) {
      return;
    }
    ListField rows = outermost(root, explode);
    if (rows == null) {
      throw unknown(explode, List.of());
    }
    enter(rows);
    String rest = rest(explode, rows);
    SelectedField current = rows.list();
    while (!rest.isEmpty()) {
      List<ListField> inner = ListField.in(current);
      ListField next = ListField.named(inner, rest);
      if (next == null) {
        throw unknown(explode, inner);
      }
      enter(next);
      rest = rest.substring(Math.min(rest.length(), next.name().length() + 1));
      current = next.list();
    }
  }

  /** A list inside the rows may be named with or without the name of the list around it. */
  private static String rest(String explode, ListField rows) {
    if (explode.equals(rows.name())) {
      return "";
    }
    return ListField.named(ListField.in(rows.list()), explode) == null
            && explode.startsWith(rows.name() + ".")
        ? explode.substring(rows.name().length() + 1)
        : explode;
  }

  private @Nullable ListField outermost(SelectedField root, @Nullable String explode) {
    List<ListField> outer = ListField.in(root);
    if (outer.size() < 2) {
      return outer.isEmpty() ? null : outer.getFirst();
    }
    ListField named = explode == null ? null : ListField.named(outer, explode);
    if (named == null) {
      throw severalLists(outer.stream().map(ListField::name).toList());
    }
    return named;
  }

  private void enter(ListField found) {
    levels.add(new ListLevel(found.name(), found.keys(), found.connection()));
    path.add(found.list());
  }

  private void refuseOtherLists(SelectedField root) {
    List<String> others = new ArrayList<>();
    collectOthers(root, "", others);
    String inside = "";
    for (int level = 0; level < path.size(); level++) {
      inside = level == 0 ? "" : inside + levels.get(level).name() + ".";
      collectOthers(path.get(level), inside, others);
    }
    if (!others.isEmpty()) {
      others.addFirst(levels.getLast().name());
      throw severalLists(others);
    }
  }

  private void collectOthers(SelectedField in, String inside, List<String> others) {
    ListField.in(in).stream()
        .filter(found -> !path.contains(found.list()) && found.list().leaves() != 1)
        .forEach(found -> others.add(inside + found.name()));
  }

  private void addColumns(SelectedField in, ColumnPath trail) {
    for (SelectedField child : in.children()) {
      if (child.isPageInfo()) {
        continue;
      }
      int place = path.indexOf(child);
      if (child.isLeaf()) {
        addColumn(in, child, trail.to(child, in, words));
      } else if (place >= 0) {
        ColumnPath inside = trail.to(child, in, words);
        addColumns(child, place == 0 ? ColumnPath.rows() : inside.level(place + 1));
      } else {
        addColumns(child, trail.to(child, in, words).joined(child.isList()));
      }
    }
  }

  private void addColumn(SelectedField in, SelectedField leaf, ColumnPath trail) {
    CellKind kind = trail.joined() ? CellKind.TEXT : leaf.cell();
    Text title = trail.title();
    columns.add(
        new TableColumn(
                trail.name(), leaf.field(), trail.name(), title, trail.level(), trail.keys(), kind)
            .headed(options.labels()));
    Language language = leaf.labelledIn(options.labels());
    if (language != null && !in.selects(SelectedField.label(leaf.field()))) {
      columns.add(
          new TableColumn(
                  trail.name() + ".label",
                  SelectedField.label(leaf.field()),
                  SelectedField.label(trail.name()),
                  ColumnWords.labelled(title),
                  trail.level(),
                  TableQuery.labelPath(trail.keys()),
                  CellKind.TEXT)
              .headed(options.labels()));
    }
  }

  private void checkNames() {
    if (columns.isEmpty()) {
      throw new ApiError(
          ErrorCode.NOT_A_TABLE,
          "The answer has no column: nothing but where its pages stand is asked for.",
          "Ask for a field of the rows, such as nodes { key }.");
    }
    Set<String> seen = new HashSet<>();
    for (TableColumn column : columns) {
      if (!seen.add(column.name())) {
        throw new ApiError(
            ErrorCode.NOT_A_TABLE,
            "Two columns would be called " + column.name() + ".",
            "Give one of the two fields another alias.");
      }
    }
  }

  /** What is no table because it is several. */
  static ApiError severalTables(List<String> names) {
    return severalLists(
        names,
        "Name one with sheet, as in sheet="
            + names.getFirst()
            + ", or take all of them as .xlsx or .zip.");
  }

  private static ApiError severalLists(List<String> names) {
    return severalLists(
        names, "Leave the others out, or ask one field of them only, or take .xlsx or .zip.");
  }

  private static ApiError severalLists(List<String> names, String hint) {
    return new ApiError(
        ErrorCode.NOT_A_TABLE,
        "The answer holds more than one list, and a table shows one: "
            + names.stream().distinct().collect(Collectors.joining(", "))
            + ".",
        hint);
  }

  private static ApiError unknown(String explode, List<ListField> lists) {
    String names = lists.stream().map(ListField::name).collect(Collectors.joining(", "));
    return new ApiError(
        ErrorCode.BAD_ARGUMENT,
        "explode names \"" + explode + "\", and the answer has no such list.",
        names.isEmpty() ? "Leave explode out." : "Its lists are called " + names + ".");
  }
}
