package org.stadtstand.city.publicservice;

import static org.stadtstand.record.declaration.DerivedFields.published;
import static org.stadtstand.record.declaration.DerivedFields.sourceOf;

import java.util.List;
import org.stadtstand.record.declaration.DerivedFields;

/** What the figures about how digital services are rest on: mostly who assessed them. */
final class PublicServiceSources {

  private static final String LEIKA_KEY =
      "select i.source " + PublicService.LEIKA_KEY.row().replace("{t}.record", "{p}");

  private static final String ASSESSMENTS =
      "select a.source from service_assessment a"
          + " where a.service = {p} and a.effective_on_to <= pin.day and "
          + published("a");

  private static final String MEMBERSHIPS =
      "select m.source from selection_member m where m.selection = {p} and "
          + SelectionMember.IN_FORCE;

  private static final String ASSESSMENTS_OF_MEMBERS =
      """
      select a.source from selection_member m
      join service_assessment_period s on s.service = m.service
        and s.known @> pin.release and s.days @> pin.day
      join service_assessment a on a.record = s.event and {published}
      where m.selection = {p} and {in force}\
      """
          .replace("{published}", published("a"))
          .replace("{in force}", SelectionMember.IN_FORCE);

  static final List<DerivedFields> ALL =
      List.of(
          service(List.of("leikaKey"), LEIKA_KEY),
          service(
              List.of("onlineApplication", "endToEnd", "maturityModel", "maturityLevel"),
              assessment("event")),
          service(List.of("timesDowngraded"), ASSESSMENTS),
          service(
              List.of("lastDowngradedOn"), assessment("downgrade"), assessment("downgraded_from")),
          progress(List.of("members"), MEMBERSHIPS),
          progress(List.of("countsAbsent"), sourceOf("service_selection", "{p}")),
          progress(
              List.of("online", "endToEnd", "unassessed"), MEMBERSHIPS, ASSESSMENTS_OF_MEMBERS));

  private PublicServiceSources() {}

  private static DerivedFields service(List<String> fields, String... selects) {
    return DerivedFields.of("PublicService", fields, selects);
  }

  private static DerivedFields progress(List<String> fields, String... selects) {
    return DerivedFields.of("SelectionProgress", fields, selects);
  }

  private static String assessment(String column) {
    return sourceOf(
        "service_assessment",
        """
        (select s.%s from service_assessment_period s
          where s.service = {p} and s.known @> pin.release and s.days @> pin.day)\
        """
            .formatted(column));
  }
}
