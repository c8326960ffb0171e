package org.stadtstand.graph.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.listing.Hits;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;
import org.stadtstand.record.listing.Relation;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Ref;

/** Reads all figures that are asked of lists in one statement, which finds the rows once. */
@Component
public class FigureReader {

  private final Statements statements;
  private final ListedTypes types;

  FigureReader(Statements statements, ListedTypes types) {
    this.statements = statements;
    this.types = types;
  }

  /** The figures that have a value. */
  Map<AskedFigure.Key, Object> read(
      Object list, ListArguments arguments, Collection<AskedFigure.Key> keys) {
    Map<AskedFigure.Key, Object> all = new HashMap<>();
    List<AskedFigure> figures = keys.stream().map(AskedFigure.Key::figure).distinct().toList();
    List<Object> lists = keys.stream().map(AskedFigure.Key::list).distinct().toList();
    if (list instanceof Relation<?> relation) {
      List<Ref> parents = lists.stream().map(Ref.class::cast).toList();
      put(all, parents, figures, types.hits(relation, parents, arguments));
    } else {
      ListedType<?> type = (ListedType<?>) list;
      lists.forEach(
          pins -> put(all, List.of(pins), figures, types.hits(type, pins(pins), arguments)));
    }
    return all;
  }

  @SuppressWarnings("unchecked")
  public static List<Pin> pins(Object pins) {
    return (List<Pin>) pins;
  }

  private void put(
      Map<AskedFigure.Key, Object> all, List<?> lists, List<AskedFigure> figures, Hits hits) {
    FigureSql sql = new FigureSql(hits);
    StringBuilder select = new StringBuilder(" select n");
    for (int i = 0; i < figures.size(); i++) {
      select.append(", ").append(sql.of(figures.get(i))).append(" as f").append(i);
    }
    Map<Integer, Map<AskedFigure, @Nullable Object>> read = new HashMap<>();
    statements.rows(
        hits.query(select.append(" from hit group by n").toString()),
        row -> read.put(row.getInt("n"), figures(row, figures)));
    for (int n = 1; n <= lists.size(); n++) {
      Object list = lists.get(n - 1);
      Map<AskedFigure, @Nullable Object> own = read.get(n);
      for (AskedFigure figure : figures) {
        Object value = own == null ? figure.ofNothing() : own.get(figure);
        if (value != null) {
          all.put(figure.of(list), value);
        }
      }
    }
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
