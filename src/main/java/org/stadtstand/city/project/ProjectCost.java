package org.stadtstand.city.project;

import static org.stadtstand.record.declaration.Formula.cell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.DerivedFields;
import org.stadtstand.record.declaration.JoinedRow;
import org.stadtstand.record.declaration.PeriodRule;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedTypeBuilder;

/**
 * What a project costs on the given day: the rule by which that is refreshed, its columns, filters
 * and orders, and what it rests on.
 *
 * <p>Of each phase the last amount for the whole project or, if there is none, the sum of the last
 * of each year. Amounts in several currencies, or bounded on opposite sides, have no sum. An
 * overrun is what was spent less what was approved, where both are known in one currency and bounds
 * do not leave it open.
 */
final class ProjectCost {

  /** The amounts that hold from each day on which one of the project's changes. */
  private static final String HELD =
      """
      with line as (
        select distinct on (e.project, e.phase, e.year, e.effective_on_to)
          e.project, e.phase, e.year, e.amount, e.currency, e.effective_on_to as day,
          nullif(e.qualifier, 'EXACT') as rough
        from cost_observation e
        where e.project = any(array(select project from affected))
          and e.since <= :release and e.until > :release
        order by e.project, e.phase, e.year, e.effective_on_to, e.ordinal desc, e.record desc
      ), held as (
        select l.*, lead(day) over (partition by project, phase, year order by day) as next
        from line l
      ), point as (
        select project, day, lead(day) over (partition by project order by day) as next
        from (select distinct project, day from line) days
      ), part as (
        select p.project, p.day, p.next, h.phase, h.year, h.amount, h.currency, h.rough,
          bool_or(h.year is null) over (partition by p.project, p.day, h.phase) as whole
        from point p
        join held h on h.project = p.project and h.day <= p.day
          and (h.next is null or h.next > p.day)
      ),
      """;

  private static final String COMPARED =
      """
      total as (
        select project, day, next, phase, min(currency) as currency,
          case when min(currency) = max(currency) and not
              (bool_or(coalesce(rough, '') = 'MORE_THAN') and bool_or(coalesce(rough, '') = 'LESS_THAN'))
            then trim_scale(sum(amount)) end as amount,
          case when min(rough) = max(rough) then min(rough)
            when min(rough) is null then 'EXACT' else 'ABOUT' end as qualifier
        from part
        where whole = (year is null)
        group by project, day, next, phase
      ), phases as (
        select project, day, next
          {phases}
        from total
        where amount is not null
        group by project, day, next
      ), compared as (
        select *,
          case approved_qualifier when 'MORE_THAN' then 'LESS_THAN' when 'LESS_THAN' then 'MORE_THAN'
            else approved_qualifier end as less_approved
        from phases
      ), judged as (
        select *,
          case
            when spent_currency <> approved_currency then null
            when spent_qualifier = less_approved or less_approved = 'EXACT' then spent_qualifier
            when spent_qualifier = 'EXACT' then less_approved
            when spent_qualifier in ('MORE_THAN', 'LESS_THAN')
              and less_approved in ('MORE_THAN', 'LESS_THAN') then null
            else 'ABOUT'
          end as overrun_qualifier
        from compared
      )
      select project, planned, planned_currency, planned_qualifier, approved, approved_currency,
        approved_qualifier, spent, spent_currency, spent_qualifier,
        case when overrun_qualifier is not null then trim_scale(spent - approved) end as overrun,
        case when overrun_qualifier is not null then spent_currency end as overrun_currency,
        overrun_qualifier,
        case when overrun_qualifier is not null and approved > 0
          then trim_scale(round(100 * (spent - approved) / approved, 2)) end as overrun_percent,
        daterange(day, next) as days
      from judged
      """;

  static final PeriodRule RULE =
      new PeriodRule(
          "project_cost_period",
          "project",
          1,
          List.of("cost_observation.project", "project.record"),
          Stream.concat(
                  Stream.of("planned", "approved", "spent", "overrun")
                      .flatMap(cost -> Stream.of(cost, cost + "_currency", cost + "_qualifier")),
                  Stream.of("overrun_percent"))
              .toList(),
          HELD + new Template(COMPARED).with("phases", phases()).sql());

  /** The amounts that a value follows from: those that hold, and only where there is one. */
  private static final String AMOUNTS =
      """
      select h.source from project_cost_period s
      join lateral (
        select l.source, l.year, bool_or(l.year is null) over (partition by l.phase) as whole
        from (
          select distinct on (e.phase, e.year) e.phase, e.year, e.source from cost_observation e
          where e.project = s.project and e.phase in ({phases}) and e.effective_on_to <= pin.day
            and {published}
          order by e.phase, e.year, e.effective_on_to desc, e.ordinal desc, e.record desc
        ) l
      ) h on h.whole = (h.year is null)
      where s.project = {p} and s.{value} is not null
        and s.known @> pin.release and s.days @> pin.day\
      """
          .replace("{published}", DerivedFields.published("e"));

  static final List<DerivedFields> SOURCES =
      List.of(
          cited("plannedCost", "planned", "'PLANNED'"),
          cited("approvedCost", "approved", "'APPROVED'"),
          cited("spentCost", "spent", "'SPENT'"),
          cited("costOverrun", "overrun", "'APPROVED', 'SPENT'"),
          cited("costOverrunPercent", "overrun_percent", "'APPROVED', 'SPENT'"));

  private ProjectCost() {}

  private static DerivedFields cited(String field, String value, String phases) {
    return DerivedFields.of(
        "Project", List.of(field), AMOUNTS.replace("{value}", value).replace("{phases}", phases));
  }

  static ListedTypeBuilder<Project> addTo(ListedTypeBuilder<Project> type) {
    type.join("cost", new JoinedRow.Period("project_cost_period", "project"));
    cost(type, "planned_cost", "planned");
    cost(type, "approved_cost", "approved");
    cost(type, "spent_cost", "spent");
    cost(type, "cost_overrun", "overrun");
    return type.derived(
        "cost_overrun_percent",
        cell("cost", "overrun_percent"),
        Filters.decimal("{cost}.overrun_percent").on("'Prozent'").inexact(rough("overrun")));
  }

  private static void cost(ListedTypeBuilder<Project> type, String field, String cost) {
    String amount = "{cost}." + cost;
    type.derived(field, Filters.decimal(amount).in(amount + "_currency").inexact(rough(cost)))
        .column(field + "_amount", amount)
        .column(field + "_currency", amount + "_currency")
        .column(field + "_qualifier", amount + "_qualifier");
  }

  private static String rough(String cost) {
    return "{cost}." + cost + "_qualifier <> 'EXACT'";
  }

  private static String phases() {
    StringBuilder phases = new StringBuilder();
    for (CostPhase phase : CostPhase.values()) {
      for (String value : List.of("amount", "currency", "qualifier")) {
        phases.append(
            ", max(%s) filter (where phase = '%s') as %s%s"
                .formatted(
                    value,
                    phase,
                    phase.name().toLowerCase(Locale.ROOT),
                    value.equals("amount") ? "" : "_" + value));
      }
    }
    return phases.toString();
  }
}
