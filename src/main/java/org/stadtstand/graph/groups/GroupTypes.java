package org.stadtstand.graph.groups;

import java.util.Map;
import java.util.stream.Collectors;
import org.stadtstand.graph.figures.FigureColumn;
import org.stadtstand.graph.figures.FigureTypes;
import org.stadtstand.ground.sql.Template;

/** The types and fields by which one type's lists are grouped, as the schema has them. */
record GroupTypes(GroupColumns columns) {

  static final String SHARED =
      """
      "How long the periods of a grouping are."
      enum DateUnit {
        "Years." YEAR
        "Quarters." QUARTER
        "Months." MONTH
      }
      "A figure by which groups are sorted or chosen."
      enum Figure {
        "How many." COUNT
        "The group in per cent of the list." SHARE
        "A part of the group in per cent." PERCENT
        "The sum." SUM
        "The mean." AVG
        "The smallest or earliest." MIN
        "The largest or latest." MAX
        "The middle." MEDIAN
        "What nine of ten do not exceed." P90
        "How many different values." DISTINCT_COUNT
        "How many rows have a value." KNOWN
        "How many rows have none." MISSING
      }
      "Which rows are a hundred per cent."
      enum ShareOf {
        "All rows of the list." LIST
        "Those that have all keys." KNOWN
        "Those with the same first key: the line of a cross table." FIRST_KEY
      }
      "Why there is no key."
      enum Absence {
        "Ohne Angabe: the publisher gave none." NO_VALUE
        "Noch nichts erfasst: no event up to the day says it." NO_EVENT
        "Außerhalb: the unit is in none of the asked sort." OUTSIDE_LEVEL
        "Gesetzlich zurückgehalten: no group says what it was." WITHHELD
      }
      "Groups that are not listed, so that nothing is missing from a sum."
      type GroupRest {
        "How many groups." groups: Int! @called(de: "Gruppen", en: "groups")
        "The sum of their counts." count: Int! @called(de: "Anzahl", en: "count")
      }
      "A period as a key: a date belongs to it only if it lies wholly in it, as with `within`."
      type Period {
        "As `within` takes it, such as 2025-Q3." value: String! @called(de: "Zeitraum", en: "period")
        "Its length; null if it is no year, quarter or month." unit: DateUnit @called(de: "Länge", en: "length")
        "Whether it is another than asked for, because its dates are not known more exactly." coarser: Boolean! @called(de: "ungenauer", en: "coarser")
        "Its first day." from: Date! @called(de: "von", en: "from")
        "Its last day." to: Date! @called(de: "bis", en: "to")
      }
      "A number as a key: a value, or a class of values."
      type NumberRange {
        "The value; null for a class." value: Decimal @called(de: "Wert", en: "value")
        "The smallest of the class; null for a value and the lowest class." from: Decimal @called(de: "ab", en: "from")
        "What is no longer in it; null for a value and the highest class." below: Decimal @called(de: "unter", en: "below")
        "The unit of the numbers; a group never mixes two." unit: String @called(de: "Einheit", en: "unit")
      }
      """;

  private static final String TYPES =
      """
      extend type {type}Connection {
        "The whole list in groups, whatever its page; those without a value are one, too. BAD_GROUP says what cannot be."
        groups(
          "By one to three columns, the outermost first." by: [{type}GroupBy!]!
          "Which groups to list: all of these must hold." having: [{type}Having!]
          "What to sort by; the keys if left out, and those without a value last." orderBy: [{type}GroupOrder!]
          "At most 200; 50 if left out." first: Int
          "Only what follows this cursor." after: String
        ): {type}Groups! @called(de: "Gruppen", en: "groups")
      }
      "The columns of {type} records by which they are grouped."
      enum {type}GroupField {
      {fields}
      }
      "A column to group {type} records by."
      input {type}GroupBy {
        "By what." field: {type}GroupField!
        "Of a date, the length of the periods; YEAR if left out." unit: DateUnit
        "Of a unit, the nearest one of this sort at or above it." level: OrgUnitKind
        "Of a number, where classes begin: at most 20, rising." edges: [Decimal!]
        "Values that no row has, too; of dates, those between the first and the last." empty: Boolean! = false
      }
      "What a figure must be for a group to be listed; it is asked for as well."
      input {type}Having {
        "What the figure is of; left out for COUNT, SHARE and PERCENT." field: {type}GroupField
        "The figure." figure: Figure!
        "As in the figure." filter: {type}Filter
        "As in `percent`." of: {type}Filter
        "What it must be as a number." number: DecimalFilter
        "What it must be as a date." date: DateFilter
      }
      "A step of sorting groups, by a key or by a figure."
      input {type}GroupOrder {
        "The key, or what the figure is of." field: {type}GroupField
        "The figure; left out for a key." figure: Figure
        "As in the figure." filter: {type}Filter
        "As in `percent`." of: {type}Filter
        "Which way." direction: OrderDirection! = ASC
        "Where groups without a value go." nulls: NullsOrder! = LAST
      }
      "What {type} records of a group have in common; null where there is no value. BAD_GROUP for a key that is not in `by`."
      type {type}Keys {
      {keys}
      }
      "{type} records that have the same keys."
      type {type}Group {
        "Continues the groups after this one." cursor: String! @called(de: "Zeiger", en: "cursor")
        "The keys in words." label("The language." lang: Language): String! @called(de: "Gruppe", en: "group")
        "The keys." keys: {type}Keys! @called(de: "Schlüssel", en: "keys")
        "In per cent of what `of` says, two digits; null if that is nothing, and for all but LIST if rows are in several groups." share("Of what." of: ShareOf! = LIST): Decimal @called(de: "Anteil in Prozent", en: "share in per cent")
      "The rows themselves, a page of each group; their figures are those of the group."
      rows(
          "Which of them to list; all if left out." filter: {type}Filter
          "What to sort by, first entry first; as the list if left out." orderBy: [{type}Order!]
          "How many of each group from the start, at most 200; 50 without `last`." first: Int
          "Only what follows this cursor." after: String
          "How many of each group from the end, at most 200; not with `first`." last: Int
          "Only what precedes this cursor." before: String
        ): {type}Connection! @called(de: "Zeilen", en: "rows")
      {figures}
      }
      "A page of groups."
      type {type}Groups {
        "The groups of the page." nodes: [{type}Group!]! @called(de: "Gruppen", en: "groups")
        "How many groups there are." totalCount: Int! @called(de: "Anzahl der Gruppen", en: "number of groups")
        "How many rows were grouped, each once." rowCount: Int! @called(de: "Zeilen insgesamt", en: "rows in all")
        "By how much the counts of all groups exceed `rowCount`, because a row can be in several." overlap: Int! @called(de: "mehrfach gezählt", en: "counted more than once")
        "What is on other pages." rest: GroupRest! @called(de: "nicht gezeigt", en: "not shown")
        "What `having` left out." excluded: GroupRest! @called(de: "ausgeschlossen", en: "left out")
        "Where the page begins and ends." pageInfo: PageInfo!
      }
      """;

  String definitions() {
    return new Template(TYPES)
        .withAny(
            Map.of(
                "type",
                columns.typeName(),
                "figures",
                FigureTypes.figures(columns.typeName()),
                "fields",
                columns.all().stream().map(GroupTypes::field).collect(Collectors.joining("\n")),
                "keys",
                columns.keys().stream().map(GroupTypes::key).collect(Collectors.joining("\n"))))
        .sql();
  }

  private static String field(FigureColumn column) {
    return "\"By `%s`.\" %s".formatted(column.name(), column.constant());
  }

  private static String key(FigureColumn column) {
    return """
    "Its `%1$s`." %1$s: %2$s
    "In words." %1$sLabel("The language." lang: Language): String!
    "Why there is none." %1$sAbsent: Absence\
    """
        .formatted(column.name(), type(column));
  }

  private static String type(FigureColumn column) {
    return switch (column.value().kind()) {
      case FLAG -> "Boolean";
      case DATE -> "Period";
      case INTEGER, DECIMAL, MONEY -> "NumberRange";
      default -> column.value().more().isEmpty() ? "String" : column.value().more();
    };
  }
}
