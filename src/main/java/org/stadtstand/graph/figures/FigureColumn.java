package org.stadtstand.graph.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.listing.FilterField;
import org.stadtstand.record.listing.FilterField.Kind;
import org.stadtstand.record.listing.Hits;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;
import org.stadtstand.record.listing.Relation;

/**
 * A column that can be figured or grouped by: what a filter compares.
 *
 * @param relation whose records are the values; null if they are in the row
 */
public record FigureColumn(String name, FilterField.Value value, @Nullable Relation<?> relation) {

  private static final FilterField.Value MUNICIPALITY =
      new FilterField.Value(
          Kind.REFERENCE, "{t}.municipality", "Municipality", null, null, null, null);

  private FigureColumn(String name, FilterField.Value value) {
    this(name, value, null);
  }

  private static FigureColumn of(Relation<?> relation) {
    String type = relation.child().typeName();
    return new FigureColumn(
        relation.field(),
        new FilterField.Value(Kind.WORDS, relation.toString(), type, null, null, null, null),
        relation);
  }

  /** Whether the lists of a type have figures: tables say so, and all events do. */
  static boolean isFigured(ListedType<?> type) {
    return type.recordType() == null ? type.hasStates() : type.recordType().figured();
  }

  /**
   * The columns of a type with figures: those with one value a row in the order of its filters,
   * then those with several.
   */
  public static List<FigureColumn> of(ListedType<?> type, ListedTypes types) {
    List<FigureColumn> all = new ArrayList<>();
    types
        .filters(type)
        .forEach(
            (name, filter) -> {
              if (filter.value() != null) {
                all.add(new FigureColumn(name, filter.value()));
              }
            });
    all.add(new FigureColumn("municipality", MUNICIPALITY));
    types.relations().stream()
        .filter(relation -> relation.parentType().equals(type.typeName()))
        .filter(relation -> relation.filters() && relation.isShared())
        .forEach(relation -> all.add(of(relation)));
    return all.stream().sorted(Comparator.comparing(FigureColumn::isMany)).toList();
  }

  public FigureKind kind() {
    return FigureKind.of(value.kind());
  }

  /** Whether a row can have several values. */
  public boolean isMany() {
    return value.kind() == Kind.WORDS;
  }

  /** The column of the rows that were found which has its value, or its values. */
  public String in(Hits hits) {
    return relation == null ? hits.value(value.sql()) : hits.members(relation);
  }

  public boolean isUnit() {
    return value.more().equals("OrgUnit") && !isMany();
  }

  /** The type of the records that are its values; empty if its values are no records. */
  public String recordType() {
    boolean records = value.kind() == Kind.REFERENCE || relation != null;
    return records || value.kind() == Kind.SUBJECT ? value.more() : "";
  }

  /** Whether it follows from events, so that there is no value before the first of them. */
  public boolean isDerived() {
    return value.sql().contains("{") && !value.sql().contains("{t}") && relation == null;
  }

  /** Its name in enums: {@code plannedEnd} is PLANNED_END. */
  public String constant() {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
