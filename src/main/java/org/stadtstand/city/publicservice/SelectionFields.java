package org.stadtstand.city.publicservice;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.city.strategy.TargetFields;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.Wiring;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.OrderField;
import org.stadtstand.record.listing.Relation;

/** The fields of lists of services; who is on a list is asked for the day of the question. */
@Component
@Order(5)
class SelectionFields implements GraphQlRoom {

  static final ListedType<ServiceSelection> SERVICE_SELECTION =
      ListedType.of(
              PublicServiceRoom.SERVICE_SELECTION, ServiceSelection.class, ServiceSelection::read)
          .filter("name", Filters.sortedText("{t}.name_de", "{t}.name_de_sort"))
          .filter("description", Filters.text("{t}.description_de"))
          .filter("target", Filters.key("{t}.target", TargetFields.TARGET.number()))
          .order("NAME", OrderField.text("{t}.name_de_sort"));

  static final ListedType<SelectionMember> SELECTION_MEMBER =
      ListedType.of(
              PublicServiceRoom.SELECTION_MEMBER, SelectionMember.class, SelectionMember::read)
          .filter(
              "selection",
              Filters.key("{t}.selection", PublicServiceRoom.SERVICE_SELECTION.number()))
          .filter("service", Filters.key("{t}.service", PublicServiceRoom.PUBLIC_SERVICE.number()))
          .filter("from", Filters.date("{t}.from_on"))
          .filter("to", Filters.date("{t}.to_on"))
          .order("FROM", OrderField.date("{t}.from_on"))
          .order("TO", OrderField.date("{t}.to_on"));

  static final Relation<ServiceSelection> SELECTIONS_OF_SERVICE =
      Relation.of(
          "PublicService", "selections", SERVICE_SELECTION, onTheDay("selection", "service"));

  @Override
  public void wire(Wiring wiring) {
    wiring.type(SERVICE_SELECTION);
    wiring.root("serviceSelections", SERVICE_SELECTION);
    wiring.lookup("serviceSelection", SERVICE_SELECTION);
    wiring.reference(
        "ServiceSelection", "target", TargetFields.TARGET, ServiceSelection::targetRecord);
    wiring.connection(
        Relation.of(
            "ServiceSelection",
            "services",
            PublicServiceFields.PUBLIC_SERVICE,
            onTheDay("service", "selection")));
    wiring.connection(
        Relation.of("ServiceSelection", "members", SELECTION_MEMBER, "{t}.selection = {p}"));
    wiring.value("SelectionProgress", SelectionProgress.class);
    wiring.<ServiceSelection>field(
        "ServiceSelection",
        "progress",
        (selection, env) -> SelectionCourse.progress(wiring, selection.ref(), env));
    wiring.type(SELECTION_MEMBER);
    wiring.reference(
        "SelectionMember", "selection", SERVICE_SELECTION, SelectionMember::selectionRecord);
    wiring.reference(
        "SelectionMember",
        "service",
        PublicServiceFields.PUBLIC_SERVICE,
        SelectionMember::serviceRecord);
    wiring.connection(Relation.of("Target", "selections", SERVICE_SELECTION, "{t}.target = {p}"));
  }

  /** The one side of the memberships that hold on the day, of the other side {p}. */
  private static String onTheDay(String child, String parent) {
    return """
    {t}.record in (select m.%s from selection_member m
      where m.%s = {p} and m.since <= pin.release and m.until > pin.release
        and (m.from_on is null or m.from_on <= pin.day)
        and (m.to_on is null or m.to_on >= pin.day))\
    """
        .formatted(child, parent);
  }
}
