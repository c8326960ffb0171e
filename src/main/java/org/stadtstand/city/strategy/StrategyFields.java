package org.stadtstand.city.strategy;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.Wiring;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.OrderField;
import org.stadtstand.record.listing.Reader;
import org.stadtstand.record.listing.Relation;

/** The fields of focus areas and guidelines; what a focus area promises are its targets. */
@Component
@Order(4)
public class StrategyFields implements GraphQlRoom {

  public static final ListedType<FocusArea> FOCUS_AREA =
      pillar(StrategyRoom.FOCUS_AREA, FocusArea.class, FocusArea::read);

  public static final ListedType<Guideline> GUIDELINE =
      pillar(StrategyRoom.GUIDELINE, Guideline.class, Guideline::read);

  static final Relation<Target> TARGETS =
      Relation.of("FocusArea", "targets", TargetFields.TARGET, "{t}.focus_area = {p}");

  StrategyFields() {}

  @Override
  public void wire(Wiring wiring) {
    wiring.type(FOCUS_AREA);
    wiring.root("focusAreas", FOCUS_AREA);
    wiring.lookup("focusArea", FOCUS_AREA);
    wiring.connection(TARGETS);
    wiring.type(GUIDELINE);
    wiring.root("guidelines", GUIDELINE);
    wiring.lookup("guideline", GUIDELINE);
  }

  private static <T> ListedType<T> pillar(RecordType type, Class<T> javaType, Reader<T> reader) {
    return ListedType.of(type, javaType, reader)
        .filter("name", Filters.sortedText("{t}.name_de", "{t}.name_de_sort"))
        .filter("description", Filters.text("{t}.description_de"))
        .filter("position", Filters.integer("{t}.position"))
        .order("NAME", OrderField.text("{t}.name_de_sort"))
        .order("POSITION", OrderField.integer("{t}.position"))
        .defaultOrder("POSITION");
  }
}
