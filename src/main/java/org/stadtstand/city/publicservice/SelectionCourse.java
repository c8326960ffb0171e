package org.stadtstand.city.publicservice;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.publicservice.SelectionProgress.Counts;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.graph.series.Interval;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.OrderField;
import org.stadtstand.record.listing.Relation;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Pinned;
import org.stadtstand.record.time.Ref;

/**
 * The days on which the counts of a selection changed, and those on which a figure was published
 * about it. It is read once per state, and what held on any day follows from it without another
 * statement.
 *
 * @param steps empty if the record has no members
 * @param reports the observation of the list's target from each day
 */
record SelectionCourse(
    int record,
    String key,
    Pin pin,
    Text name,
    NavigableMap<LocalDate, Counts> steps,
    NavigableMap<LocalDate, Integer> reports)
    implements Pinned {

  /** Every membership, and every rating within it, begins on a day and may end on one. */
  static final String STEPS =
      """
      cross join lateral (
        with member as (
          select m.service, daterange(m.from_on, m.to_on, '[]') as days from selection_member m
          where m.selection = {t}.record and m.since <= pin.release and m.until > pin.release
        ), rated as (
          select m.days * p.days as days, (p.online_application = 'YES')::int as online,
            (p.end_to_end = 'YES')::int as through
          from member m
          join service_assessment_period p on p.service = m.service and p.known @> pin.release
          where m.days && p.days
        ), step as (
          select lower(days) as day, 1 as members, 0 as online, 0 as through, 1 as unassessed
          from member
          union all
          select upper(days), -1, 0, 0, -1 from member where not upper_inf(days)
          union all
          select lower(days), 0, online, through, -1 from rated
          union all
          select upper(days), 0, -online, -through, 1 from rated where not upper_inf(days)
        ), counted as (
          select coalesce(day, '0001-01-01') as day, sum(sum(members)) over past as members,
            sum(sum(online)) over past as online, sum(sum(through)) over past as through,
            sum(sum(unassessed)) over past as unassessed
          from step group by day window past as (order by day nulls first)
        )
        select array_agg(concat_ws(' ', day, members, online, through, unassessed)) as steps
        from counted
      ) {course}\
      """;

  private static final String REPORTS =
      """
      cross join lateral (
        select array_agg(concat_ws(' ', lower(p.days), p.event)) as reports
        from target_latest_period p where p.target = {t}.target and p.known @> pin.release
      ) {reported}\
      """;

  /** A type of its own, because courses are not cached with the selections. */
  private static final ListedType<SelectionCourse> TYPE =
      ListedType.over("SelectionCourse", SelectionCourse.class, "service_selection {t}")
          .reader(SelectionCourse::read)
          .join("record", "join record {record} on {record}.id = {t}.record")
          .join("course", STEPS)
          .join("reported", REPORTS)
          .column("record", "{t}.record")
          .column("key", "{record}.key")
          .column("name_de", "{t}.name_de")
          .column("name_en", "{t}.name_en")
          .column("steps", "{course}.steps")
          .column("reports", "{reported}.reports")
          .order("KEY", OrderField.text("{record}.key").always())
          .build();

  private static final Relation<SelectionCourse> OF_SELECTION =
      Relation.of("ServiceSelection", "progress", TYPE, "{t}.record = {p}");

  private static SelectionCourse read(Row row, Pin pin) {
    NavigableMap<LocalDate, Counts> steps = new TreeMap<>();
    for (String step : row.list("steps")) {
      String[] values = step.split(" ");
      steps.put(
          LocalDate.parse(values[0]),
          new Counts(
              Integer.parseInt(values[1]),
              Integer.parseInt(values[2]),
              Integer.parseInt(values[3]),
              Integer.parseInt(values[4])));
    }
    NavigableMap<LocalDate, Integer> reports = new TreeMap<>();
    for (String report : row.list("reports")) {
      String[] values = report.split(" ");
      reports.put(LocalDate.parse(values[0]), Integer.valueOf(values[1]));
    }
    return new SelectionCourse(
        row.record(), row.key(), pin, row.translated("name"), steps, reports);
  }

  /** What held on the days named by the field's arguments, either directly or as a future. */
  static @Nullable Object progress(
      SchemaWiring wiring, Ref selection, DataFetchingEnvironment environment) {
    LocalDate today = selection.pin().day();
    LocalDate from = Objects.requireNonNull(environment.getArgument("from"));
    LocalDate to = Objects.requireNonNullElse(environment.getArgument("to"), today);
    if (from.isAfter(to) || to.isAfter(today)) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "There is no progress from " + from + " to " + to + ", asked on " + today + ".",
          "Let from lie before to, and to not after the day of the question.");
    }
    Interval every = Interval.valueOf(Objects.requireNonNull(environment.getArgument("every")));
    List<LocalDate> days = every.days(from, to);
    return wiring
        .related(OF_SELECTION, selection)
        .rows(environment, courses -> courses.getFirst().on(days, Arguments.basis(environment)));
  }

  /** The days that the field's arguments name; none if it will refuse them. */
  static long length(Map<String, Object> arguments, List<Pin> pins) {
    LocalDate today = pins.stream().map(Pin::day).max(LocalDate::compareTo).orElse(LocalDate.MIN);
    LocalDate from = arguments.get("from") instanceof LocalDate day ? day : today;
    LocalDate to = arguments.get("to") instanceof LocalDate day ? day : today;
    Object every = arguments.get("every");
    return (every == null ? Interval.MONTH : Interval.valueOf(every.toString())).most(from, to);
  }

  private List<SelectionProgress> on(List<LocalDate> days, BasisRecorder basis) {
    if (steps.isEmpty()) {
      basis.notice(
          pin,
          new Text(
              "Die Mitglieder der Liste „%s“ sind nicht erfasst; gezählt werden kann nichts."
                  .formatted(name.de()),
              "The members of the list “%s” are not recorded; nothing can be counted."
                  .formatted(name.in(Language.EN))));
    }
    return days.stream().map(this::at).toList();
  }

  private SelectionProgress at(LocalDate day) {
    Map.Entry<LocalDate, Counts> step = steps.floorEntry(day);
    Map.Entry<LocalDate, Integer> report = reports.floorEntry(day);
    Counts counts = step == null ? Counts.NONE : step.getValue();
    return new SelectionProgress(
        record,
        key,
        pin.on(day),
        steps.isEmpty() ? null : counts,
        report == null ? null : report.getValue());
  }
}
