package org.stadtstand.city.publicservice;

import static org.stadtstand.record.declaration.Formula.cell;

import java.util.List;
import org.stadtstand.record.declaration.DerivedFields;
import org.stadtstand.record.declaration.JoinedRow;
import org.stadtstand.record.declaration.PeriodRule;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedTypeBuilder;

/**
 * How often services were used in the last calendar year of which that is known: the rule by which
 * it is refreshed, its columns, filters and orders, and what it rests on.
 *
 * <p>Only numbers of exactly a calendar year count, from its last day on. The total is that which
 * was reported for all channels and never a sum of channels, which overlap. All values are of one
 * year, so that a share never compares two.
 */
final class ServiceTakeUp {

  /** Whether a number is of exactly a calendar year, and of all channels or of the online one. */
  private static final String COUNTS =
      """
      e.channel in ('ALL', 'ONLINE')
        and e.from_on = date_trunc('year', e.to_on)::date
        and e.to_on = (e.from_on + interval '1 year - 1 day')::date\
      """;

  static final PeriodRule RULE =
      new PeriodRule(
          "service_usage_period",
          "service",
          1,
          List.of("service_usage.service", "public_service.record"),
          List.of("year", "total", "online", "online_share", "rough"),
          """
          with number as (
            select distinct on (e.service, e.to_on, e.channel)
              e.service, e.to_on as day, e.channel, e.count, e.qualifier <> 'EXACT' as rough
            from service_usage e
            where e.service = any(array(select service from affected))
              and e.since <= :release and e.until > :release and {counts}
            order by e.service, e.to_on, e.channel, e.ordinal desc, e.record desc
          ), yearly as (
            select service, day, bool_or(rough) as rough,
              max(count) filter (where channel = 'ALL') as total,
              max(count) filter (where channel = 'ONLINE') as online
            from number
            group by service, day
          )
          select service, extract(year from day)::int as year, total, online,
            trim_scale(round(100.0 * online / nullif(total, 0), 2)) as online_share, rough,
            daterange(day, lead(day) over (partition by service order by day)) as days
          from yearly
          """
              .replace("{counts}", COUNTS));

  private static final String USAGE =
      """
      select e.source from service_usage_period s
      join service_usage e on e.service = s.service and e.to_on = make_date(s.year, 12, 31)
        and e.channel in ({channels}) and {counts} and {published}
      where s.service = {p} and s.{value} is not null
        and s.known @> pin.release and s.days @> pin.day\
      """
          .replace("{counts}", COUNTS)
          .replace("{published}", DerivedFields.published("e"));

  static final List<DerivedFields> SOURCES =
      List.of(
          cited("usageYear", "year", "'ALL', 'ONLINE'"),
          cited("usageTotal", "total", "'ALL'"),
          cited("usageOnline", "online", "'ONLINE'"),
          cited("onlineShare", "online_share", "'ALL', 'ONLINE'"));

  private ServiceTakeUp() {}

  private static DerivedFields cited(String field, String value, String channels) {
    return DerivedFields.of(
        "PublicService",
        List.of(field),
        USAGE.replace("{value}", value).replace("{channels}", channels));
  }

  static ListedTypeBuilder<PublicService> addTo(ListedTypeBuilder<PublicService> type) {
    return type.join("used", new JoinedRow.Period("service_usage_period", "service"))
        .integer("usage_year", cell("used", "year"))
        .derived(
            "usage_total",
            cell("used", "total"),
            Filters.integer("{used}.total").inexact("{used}.rough"))
        .derived(
            "usage_online",
            cell("used", "online"),
            Filters.integer("{used}.online").inexact("{used}.rough"))
        .derived(
            "online_share",
            cell("used", "online_share"),
            Filters.decimal("{used}.online_share").on("'Prozent'").inexact("{used}.rough"));
  }
}
