package org.stadtstand.graph.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stadtstand.graph.figures.AskedFigure;
import org.stadtstand.graph.figures.FigureColumn;
import org.stadtstand.graph.figures.FigureSql;
import org.stadtstand.graph.groups.GroupKey.Absence;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.listing.FilterField;
import org.stadtstand.record.listing.FilterField.Kind;
import org.stadtstand.record.listing.Hits;

/**
 * The SQL that groups the rows that were found. Each step i gives a row the columns {@code ki} (its
 * key as text), {@code bi} (of a date the latest day, of a number its unit) and {@code xi} (why
 * there is no key).
 */
final class GroupSql {

  private static final String CLIMB =
      """
      climb{i} (unit, release, at, kind, parent) as (
        select h.{v}, h.{r}, u.record, u.kind, u.parent
        from (select distinct {v}, {r} from hit) h
        join org_unit u on u.record = h.{v} and u.since <= h.{r} and u.until > h.{r}
        union
        select c.unit, c.release, u.record, u.kind, u.parent
        from climb{i} c join org_unit u
          on u.record = c.parent and u.since <= c.release and u.until > c.release
        where c.kind <> '{level}')\
      """;

  private static final String LEVEL =
      " left join climb{i} on climb{i}.unit = {v} and climb{i}.release = {r}"
          + " and climb{i}.kind = '{level}'";

  private static final String MANY =
      " left join lateral (select distinct unnest({v}) as k) many{i} on true";

  private final Hits hits;
  private final List<GroupStep> steps;
  private final List<String> tables = new ArrayList<>();
  private final List<String> joins = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();

  private GroupSql(Hits hits, List<GroupStep> steps) {
    this.hits = hits;
    this.steps = steps;
    for (int i = 0; i < steps.size(); i++) {
      add(i, steps.get(i));
    }
  }

  static String of(Hits hits, List<GroupStep> steps, List<AskedFigure> figures, int most) {
    return ", " + new GroupSql(hits, steps).statement("", figures, most);
  }

  /**
   * The values of facets, each by its number: of a row count those of the facets whose conditions
   * it need not fulfil, because it fulfils all others.
   */
  static String facets(Hits hits, FacetQuestion question, int most) {
    List<String> facets = new ArrayList<>();
    for (int i = 0; i < question.steps().size(); i++) {
      GroupStep step = question.steps().get(i);
      String others =
          question.othersThan(step).stream().map(hits::fits).collect(Collectors.joining(" and "));
      String values =
          new GroupSql(hits, List.of(step))
              .statement(
                  others.isEmpty() ? "" : " where " + others,
                  List.of(AskedFigure.count(java.util.Map.of())),
                  most);
      facets.add("select %d as facet, part.* from (with %s) part".formatted(i, values));
    }
    return " " + String.join(" union all ", facets);
  }

  /**
   * The rows of groups as the table {@code part}: {@code g} is the number of the group. The gap
   * {@code {1}} takes the numbers of their lists, and each further one a column of the keys; a key
   * that is missing is an empty text, as why it is missing stands beside it.
   */
  static String rows(Hits hits, List<GroupStep> steps) {
    GroupSql sql = new GroupSql(hits, steps);
    List<String> keys = sql.keys();
    sql.tables.add(sql.keyed(""));
    sql.tables.add(
        "part as (select asked.g, keyed.* from keyed join unnest(%s) with ordinality as asked(list, %s, g) on asked.list = keyed.n and %s)"
            .formatted(
                IntStream.rangeClosed(1, keys.size() + 1)
                    .mapToObj("{%d}"::formatted)
                    .collect(Collectors.joining(", ")),
                String.join(", ", keys),
                keys.stream()
                    .map("asked.%1$s = coalesce(keyed.%1$s::text, '')"::formatted)
                    .collect(Collectors.joining(" and "))));
    return ", " + String.join(", ", sql.tables);
  }

  private void add(int i, GroupStep step) {
    FigureColumn column = step.column();
    String v = column.in(hits);
    Template climb =
        new Template(CLIMB)
            .withAny(
                java.util.Map.of(
                    "i", i, "v", v, "r", hits.value("pin.release"), "level", level(step)));
    if (step.level() != null) {
      tables.add(climb.sql());
      joins.add(new Template(LEVEL).withAny(fillings(i, v, step)).sql());
    } else if (step.isMany()) {
      joins.add(new Template(MANY).withAny(fillings(i, v, step)).sql());
    }
    String key = key(i, v, step);
    columns.add("%s as k%d".formatted(key, i));
    columns.add("%s as b%d".formatted(beside(v, step), i));
    columns.add("%s as x%d".formatted(absent(key, v, step), i));
  }

  private java.util.Map<String, Object> fillings(int i, String v, GroupStep step) {
    return java.util.Map.of("i", i, "v", v, "r", hits.value("pin.release"), "level", level(step));
  }

  private static String level(GroupStep step) {
    return step.level() == null ? "" : step.level();
  }

  private String key(int i, String v, GroupStep step) {
    if (step.level() != null) {
      return "climb" + i + ".at";
    }
    if (step.isMany()) {
      return "many" + i + ".k";
    }
    return switch (step.column().value().kind()) {
      case DATE -> inPeriod(step, v, "date_trunc('%s', %s)::date", hits.value(earliest(step)));
      case INTEGER, DECIMAL ->
          step.edges().isEmpty() ? "trim_scale(" + v + "::numeric)" : bucket(v, step);
      default -> v;
    };
  }

  private static String earliest(GroupStep step) {
    return step.column().value().more();
  }

  /** The bounds of the period that a date lies wholly in, or else its own. */
  private String inPeriod(GroupStep step, String v, String bound, String otherwise) {
    String unit = step.unit().name().toLowerCase(java.util.Locale.ROOT);
    String e = hits.value(earliest(step));
    return "case when date_trunc('%1$s', %2$s) = date_trunc('%1$s', %3$s) then %4$s else %5$s end"
        .formatted(unit, e, v, bound.formatted(unit, v), otherwise);
  }

  private static String bucket(String v, GroupStep step) {
    return "width_bucket(%s::numeric, array[%s]::numeric[])"
        .formatted(
            v,
            step.edges().stream()
                .map(java.math.BigDecimal::toPlainString)
                .collect(Collectors.joining(", ")));
  }

  private String beside(String v, GroupStep step) {
    FilterField.Value value = step.column().value();
    if (value.kind() == Kind.DATE) {
      String last =
          "(date_trunc('%%1$s', %%2$s) + interval '%s' - interval '1 day')::date"
              .formatted(
                  switch (step.unit()) {
                    case YEAR -> "1 year";
                    case QUARTER -> "3 months";
                    case MONTH -> "1 month";
                  });
      return inPeriod(step, v, last, v);
    }
    // A row may have a unit without a number: what has no value is one group, whatever its unit.
    return value.unit() == null
        ? "null"
        : "case when (%s) is not null then %s end".formatted(v, hits.value(value.unit()));
  }

  private String absent(String key, String v, GroupStep step) {
    FilterField.Value value = step.column().value();
    String withheld =
        value.withheld() == null
            ? ""
            : "when %s then 'WITHHELD' ".formatted(hits.value(value.withheld()));
    Absence without = step.column().isDerived() ? Absence.NO_EVENT : Absence.NO_VALUE;
    String none = step.isMany() ? key : v;
    return "case %swhen (%s) is null then '%s' when (%s) is null then 'OUTSIDE_LEVEL' end"
        .formatted(withheld, none, without, key);
  }

  /**
   * @param where which of the rows are grouped
   */
  private String statement(String where, List<AskedFigure> figures, int most) {
    FigureSql sql = new FigureSql(hits);
    String place = hits.value("{t}.municipality");
    List<String> selected = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      selected.add(sql.of(figures.get(i)) + " as f" + i);
    }
    List<String> keys = keys();
    tables.add(keyed(where));
    // Only where a row is in several groups do their counts not add up to the list.
    boolean several = steps.stream().anyMatch(GroupStep::isMany);
    String size = "(sum(%s) over (partition by keyed.n))::int".formatted(hits.count(""));
    if (several) {
      tables.add(
          "whole as (select n, %s as size from hit%s group by n)".formatted(hits.count(""), where));
      size = "min(whole.size)";
    }
    return "%s select keyed.n, %s::text, min(%s) as place, %s as size, %s from keyed%s group by keyed.n, %s limit %d"
        .formatted(
            String.join(", ", tables),
            // As text only once for each group: a cast of each row costs a sixth of the statement.
            String.join("::text, ", keys),
            place,
            size,
            String.join(", ", selected),
            several ? " join whole on whole.n = keyed.n" : "",
            String.join(", ", keys),
            most);
  }

  /** The columns of the keys: of each the value, its bound and why there is none. */
  private List<String> keys() {
    return IntStream.range(0, steps.size())
        .boxed()
        .flatMap(i -> Stream.of("k" + i, "b" + i, "x" + i))
        .toList();
  }

  private String keyed(String where) {
    return "keyed as (select hit.*, %s from hit%s%s)"
        .formatted(String.join(", ", columns), String.join("", joins), where);
  }
}
