package org.stadtstand.listing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stadtstand.history.Pin;
import org.stadtstand.history.Ref;

/** Reads single records, many at once: by number or by key, each in the state of its own pin. */
@Component
public class RecordReader {

  private final Statements statements;

  RecordReader(Statements statements) {
    this.statements = statements;
  }

  /** The records that were published at their pins; the others are missing from the map. */
  public <T> Map<Ref, T> byRef(ListedType<T> type, Collection<Ref> refs) {
    List<Ref> asked = List.copyOf(refs);
    return byLine(type, asked, FromClause.refs(asked), "{t}.record = pin.parent", Ref::pin);
  }

  public <T> Map<KeyRef, T> byKey(ListedType<T> type, Collection<KeyRef> refs) {
    List<KeyRef> asked = List.copyOf(refs);
    Table<?> pins =
        DSL.table(
            "unnest({0}, {1}, {2}, {3}) with ordinality"
                + " as pin(key, municipality, release, day, n)",
            DSL.val(asked.stream().map(KeyRef::key).toArray(String[]::new)),
            FromClause.ints(asked.stream().map(ref -> ref.pin().place().id()).toList()),
            FromClause.ints(asked.stream().map(ref -> ref.pin().release()).toList()),
            FromClause.dates(asked.stream().map(ref -> ref.pin().day()).toList()));
    String byKey =
        "{t}.record = (select r.id from record r where r.municipality = pin.municipality and r.type"
            + " = "
            + type.number()
            + " and r.key = pin.key)";
    return byLine(type, asked, pins, byKey, KeyRef::pin);
  }

  private <K, T> Map<K, T> byLine(
      ListedType<T> type,
      List<K> asked,
      Table<?> pins,
      String link,
      java.util.function.Function<K, Pin> pinOf) {
    Scope scope = Scope.outermost();
    Condition where = scope.condition(link).and(FromClause.pinned(type, scope));
    List<Field<?>> columns = Statements.columns(type, scope);
    ResultQuery<?> query =
        DSL.select(columns).from(pins).crossJoin(FromClause.of(type, scope)).where(where);
    Map<K, T> found = new HashMap<>();
    for (Line<T> line : statements.lines(query, type, 0, n -> pinOf.apply(asked.get(n - 1)))) {
      found.put(asked.get(line.n() - 1), line.node());
    }
    return found;
  }
}
