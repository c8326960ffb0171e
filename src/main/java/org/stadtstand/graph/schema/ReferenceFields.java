package org.stadtstand.graph.schema;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.execution.Batch;
import org.stadtstand.graph.execution.RecordFetcher;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;
import org.stadtstand.record.time.Ref;

/**
 * Wires the fields that are other records, as declared by the reference columns. A record has the
 * number of the other one in the component {@code <field>Record} and, if that may be of any type,
 * the type's number in {@code <field>Type}.
 */
final class ReferenceFields {

  /** The source has fields of its own, the same on all types. */
  private static final String SOURCE = "source";

  private final SchemaWiring wiring;
  private final ListedTypes types;

  ReferenceFields(SchemaWiring wiring, ListedTypes types) {
    this.wiring = wiring;
    this.types = types;
  }

  void wire() {
    for (ListedType<?> type : types.all()) {
      if (type.recordType() != null) {
        type.recordType().columns().stream()
            .filter(column -> column.kind() == Column.Kind.REFERENCE)
            .filter(column -> !column.name().equals(SOURCE))
            .forEach(column -> wire(type, column));
      }
    }
  }

  private void wire(ListedType<?> type, Column column) {
    Function<Object, @Nullable Integer> record = number(type, column.field() + "Record");
    String table = column.references();
    if (table == null) {
      wiring.anyReference(
          type.typeName(),
          column.field(),
          record::apply,
          number(type, column.field() + "Type")::apply);
    } else {
      Batch<Ref, ?> records = wiring.batches().records(target(type, table));
      wiring.put(type.typeName(), column.field(), new RecordFetcher<>(records, record, true));
    }
  }

  private ListedType<?> target(ListedType<?> type, String table) {
    ListedType<?> target = types.find(RecordTypes.typeName(table));
    if (target == null) {
      throw new IllegalStateException(
          "%s refers to %s, which no room lists.".formatted(type.typeName(), table));
    }
    return target;
  }

  private static Function<Object, @Nullable Integer> number(ListedType<?> type, String component) {
    Function<Object, @Nullable Object> number =
        Accessors.find(type.javaType(), component)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "%s has no component %s.".formatted(type.typeName(), component)));
    return record -> (Integer) number.apply(record);
  }
}
