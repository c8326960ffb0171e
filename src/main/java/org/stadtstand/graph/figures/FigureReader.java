package org.stadtstand.graph.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.words.FieldWords;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.listing.ListedTypes;

/** Reads all figures that are asked of lists in one statement, which finds the rows once. */
@Component
public class FigureReader {

  private final Statements statements;
  private final ListedTypes types;
  private final HeldFigures held;
  private final ObjectProvider<FieldWords> words;

  /**
   * @param words made later, as they are those of the schema, which has the fields of figures
   */
  FigureReader(
      Statements statements,
      ListedTypes types,
      HeldFigures held,
      ObjectProvider<FieldWords> words) {
    this.statements = statements;
    this.types = types;
    this.held = held;
    this.words = words;
  }

  /** What columns are called. */
  public FieldWords words() {
    return words.getObject();
  }

  /** The figures that have a value. */
  public Map<AskedFigure.Key, Object> read(
      Object list, ListArguments arguments, Collection<AskedFigure.Key> keys) {
    Map<AskedFigure.Key, Object> all = new HashMap<>();
    List<AskedFigure> figures = keys.stream().map(AskedFigure.Key::figure).distinct().toList();
    List<Object> lists = keys.stream().map(AskedFigure.Key::list).distinct().toList();
    Map<Integer, Map<AskedFigure, @Nullable Object>> read =
        held.of(list, lists, arguments.filter(), List.of(), figures, 1)
            .map(FigureReader::byNumber)
            .orElseGet(() -> read(figures, FoundLists.of(types, list, arguments, lists)));
    for (int n = 1; n <= lists.size(); n++) {
      Map<AskedFigure, @Nullable Object> own = read.get(n);
      for (AskedFigure figure : figures) {
        Object value = own == null ? figure.ofNothing() : own.get(figure);
        if (value != null) {
          all.put(figure.of(lists.get(n - 1)), value);
        }
      }
    }
    return all;
  }

  private static Map<Integer, Map<AskedFigure, @Nullable Object>> byNumber(
      List<List<HeldFigures.HeldGroup>> lists) {
    Map<Integer, Map<AskedFigure, @Nullable Object>> all = new HashMap<>();
    for (int n = 1; n <= lists.size(); n++) {
      for (HeldFigures.HeldGroup whole : lists.get(n - 1)) {
        all.put(n, whole.figures());
      }
    }
    return all;
  }

  private Map<Integer, Map<AskedFigure, @Nullable Object>> read(
      List<AskedFigure> figures, FoundLists found) {
    found.hits().counted(figures.stream().allMatch(asked -> asked.figure().isOfRows()));
    FigureSql sql = new FigureSql(found.hits());
    StringBuilder select = new StringBuilder(" select n");
    for (int i = 0; i < figures.size(); i++) {
      select.append(", ").append(sql.of(figures.get(i))).append(" as f").append(i);
    }
    Map<Integer, Map<AskedFigure, @Nullable Object>> read = new HashMap<>();
    statements.rows(
        found.hits().query(select.append(" from hit group by n").toString()),
        row -> read.put(row.getInt("n"), figures(row, figures)));
    return read;
  }

  public static Map<AskedFigure, @Nullable Object> figures(ResultSet row, List<AskedFigure> figures)
      throws SQLException {
    Map<AskedFigure, @Nullable Object> read = new LinkedHashMap<>();
    for (int i = 0; i < figures.size(); i++) {
      AskedFigure asked = figures.get(i);
      read.put(asked, asked.figure().read(row, "f" + i, asked.kind()));
    }
    return read;
  }
}
