package org.stadtstand.graph.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.CountedStatements;
import org.stadtstand.ServerTest;
import org.stadtstand.graph.figures.AskedFigure;
import org.stadtstand.graph.figures.FigureColumn;
import org.stadtstand.graph.figures.HeldFigures;
import org.stadtstand.graph.figures.HeldFiguresOf;
import org.stadtstand.graph.groups.GroupReader.GroupRow;
import org.stadtstand.graph.groups.Period.DateUnit;
import org.stadtstand.ground.database.WriteDatabase;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.columns.HeldColumns;
import org.stadtstand.record.listing.FilterField;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.listing.ListSizes;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.ReleaseDirectory;

/**
 * Groups and facets counted out of columns in memory are those that statements find, for random
 * columns, filters and states, whatever is withheld.
 */
@ServerTest
class HeldGroupsIT {

  private static final int QUESTIONS = 40;

  private static final List<String> TYPES =
      List.of("Project", "Target", "PublicService", "Claim", "Decision", "Milestone", "Source");

  @Autowired private Statements statements;
  @Autowired private ListedTypes types;
  @Autowired private ListSizes sizes;
  @Autowired private RecordWords words;
  @Autowired private WriteDatabase database;
  @Autowired private ReleaseDirectory releases;
  @Autowired private CountedStatements counted;

  private HeldColumns columns;
  private HeldFigures figures;
  private HeldGroups held;

  @BeforeEach
  void fromTheFirstRow() {
    columns = HeldColumns.after(1, statements, releases);
    figures = HeldFiguresOf.counts(columns.counts(types, sizes));
    held = new HeldGroups(figures);
  }

  /** Groups that are always found by statements. */
  private static final class Nothing extends HeldGroups {

    Nothing(HeldFigures figures) {
      super(figures);
    }

    @Override
    Optional<List<GroupRow>> of(
        Object list,
        List<?> lists,
        Map<String, Object> filter,
        List<GroupStep> steps,
        List<AskedFigure> asked,
        int most) {
      return Optional.empty();
    }
  }

  private GroupReader found() {
    return new GroupReader(statements, types, new Nothing(figures), words);
  }

  private GroupReader counted() {
    return new GroupReader(statements, types, held, words);
  }

  @AfterEach
  void end() {
    columns.end();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 16);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areThoseThatStatementsFind(long seed) {
    Random random = new Random(seed);
    int answered = 0;
    int rows = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      ListedType<?> type = type(one(random, TYPES));
      GroupQuestion question = question(random, type);
      ListArguments arguments = ListArguments.largest(filter(random, type, 3));
      List<Object> lists = lists(random);
      warm(type, question, arguments, lists);
      String asked = type.typeName() + question + arguments.filter() + lists;
      var expected = found().read(type, arguments, question, lists);
      answered += isHeld(type, question, arguments, lists) ? 1 : 0;
      same(counted().read(type, arguments, question, lists), expected, asked);
      rows += expected.values().stream().mapToInt(GroupedList::rows).sum();
    }
    assertThat(answered).as("answered from memory").isGreaterThan(QUESTIONS / 3);
    assertThat(rows).as("rows that were counted").isPositive();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void facetsAreThoseThatStatementsFind(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < QUESTIONS / 4; i++) {
      ListedType<?> type = type(one(random, TYPES));
      List<GroupStep> steps = steps(random, type, 4, false);
      ListArguments arguments = ListArguments.largest(filter(random, type, 3));
      FacetQuestion question = FacetQuestion.of(steps, arguments.filter());
      List<Object> lists = lists(random);
      counted().facets(type, arguments, question, lists);
      columns.settle();
      var expected = found().facets(type, arguments, question, lists);
      var own = counted().facets(type, arguments, question, lists);
      for (Object list : lists) {
        for (int facet = 0; facet < steps.size(); facet++) {
          same(
              Map.of(list, facet(own, list, facet)),
              Map.of(list, facet(expected, list, facet)),
              type.typeName() + steps + arguments.filter());
        }
      }
    }
  }

  private static GroupedList facet(Map<Object, FacetedList> all, Object list, int facet) {
    return Objects.requireNonNull(all.get(list)).facets().get(facet);
  }

  private void same(Map<Object, GroupedList> own, Map<Object, GroupedList> expected, String asked) {
    assertThat(own.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (list, groups) -> {
          GroupedList other = Objects.requireNonNull(own.get(list));
          assertThat(other.rows()).as(asked).isEqualTo(groups.rows());
          assertThat(Set.copyOf(other.groups())).as(asked).isEqualTo(Set.copyOf(groups.groups()));
          assertThat(other.groups()).as(asked).hasSameSizeAs(groups.groups());
        });
  }

  /** Asks until the columns are there, if they can be. */
  private void warm(
      ListedType<?> type, GroupQuestion question, ListArguments arguments, List<Object> lists) {
    for (int i = 0; i < 5 && !isHeld(type, question, arguments, lists); i++) {
      columns.settle();
    }
  }

  private boolean isHeld(
      ListedType<?> type, GroupQuestion question, ListArguments arguments, List<Object> lists) {
    return held.of(type, lists, arguments.filter(), question.steps(), asked(question), 10_000)
        .isPresent();
  }

  private static List<AskedFigure> asked(GroupQuestion question) {
    return List.copyOf(question.read());
  }

  @Test
  void needNoStatementOnceTheColumnsAreHere() {
    ListedType<?> type = type("Project");
    GroupColumns all = GroupColumns.of(type, types);
    GroupQuestion question =
        question(
            List.of(
                GroupStep.of(Map.of("field", "LEAD_UNIT"), all),
                GroupStep.of(Map.of("field", "STATUS"), all)),
            Set.of(AskedFigure.count(Map.of())));
    Map<String, Object> filter = Map.of("plannedEnd", Map.of("gte", LocalDate.of(2024, 1, 1)));
    ListArguments arguments = ListArguments.largest(filter);
    warm(type, question, arguments, List.of(state(9, LocalDate.of(2025, 3, 1))));
    counted().read(type, arguments, question, List.of(state(9, LocalDate.of(2025, 3, 1))));
    counted.forget();
    for (int day = 2; day < 20; day++) {
      List<Object> lists = List.of(state(9, LocalDate.of(2025, 3, day)));
      counted().read(type, arguments, question, lists);
    }
    assertThat(counted.statements()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"title", "targets", "leadUnitWithin", "key", "plannedCost", "milestones", "?"})
  void leaveToStatementsWhatNoColumnTells(String field) {
    ListedType<?> type = type("Project");
    Map<String, Object> filter = Map.of(field, Map.of("eq", "x"));
    GroupQuestion question =
        question(
            List.of(GroupStep.of(Map.of("field", "STATUS"), GroupColumns.of(type, types))),
            Set.of(AskedFigure.count(Map.of())));
    List<Object> lists = List.of(state(9, LocalDate.of(2025, 3, 1)));
    warm(type, question, ListArguments.largest(Map.of()), lists);
    assertThat(isHeld(type, question, ListArguments.largest(Map.of()), lists)).isTrue();
    assertThat(isHeld(type, question, ListArguments.largest(filter), lists)).isFalse();
    assertThat(isHeld(type, question, ListArguments.largest(Map.of("not", filter)), lists))
        .isFalse();
    Set<AskedFigure> of = Set.of(AskedFigure.count(filter));
    assertThat(isHeld(type, question(question.steps(), of), ListArguments.largest(Map.of()), lists))
        .isFalse();
  }

  private static GroupQuestion question(List<GroupStep> steps, Set<AskedFigure> figures) {
    return new GroupQuestion(steps, List.of(), List.of(), figures);
  }

  private GroupQuestion question(Random random, ListedType<?> type) {
    Set<AskedFigure> asked = new HashSet<>(Set.of(AskedFigure.count(Map.of())));
    for (int i = random.nextInt(3); i > 0; i--) {
      asked.add(
          random.nextBoolean()
              ? AskedFigure.count(filter(random, type, 2))
              : AskedFigure.percent(filter(random, type, 2), filter(random, type, 1)));
    }
    return question(steps(random, type, 1 + random.nextInt(3), true), asked);
  }

  private List<GroupStep> steps(Random random, ListedType<?> type, int most, boolean detailed) {
    GroupColumns all = GroupColumns.of(type, types);
    Map<String, GroupStep> steps = new TreeMap<>();
    while (steps.size() < most) {
      FigureColumn column = one(random, all.keys());
      if (column.isMany()) {
        continue;
      }
      Map<String, Object> asked = new HashMap<>(Map.of("field", column.constant()));
      FilterField.Kind kind = column.value().kind();
      if (detailed && kind == FilterField.Kind.DATE) {
        asked.put("unit", one(random, List.of(DateUnit.values())));
        asked.put("empty", random.nextInt(4) == 0);
      } else if (detailed && kind == FilterField.Kind.INTEGER && random.nextBoolean()) {
        asked.put("edges", List.of(new BigDecimal("-30"), BigDecimal.ONE, new BigDecimal("90.5")));
      }
      steps.put(column.constant(), GroupStep.of(asked, all));
    }
    return List.copyOf(steps.values());
  }

  private Map<String, Object> filter(Random random, ListedType<?> type, int depth) {
    int kind = depth == 0 ? 9 : random.nextInt(8);
    return switch (kind) {
      case 0 -> Map.of("not", filter(random, type, depth - 1));
      case 1 ->
          Map.of("and", List.of(filter(random, type, depth - 1), filter(random, type, depth - 1)));
      case 2 ->
          Map.of("or", List.of(filter(random, type, depth - 1), filter(random, type, depth - 1)));
      case 3 -> Map.of();
      case 4 -> Map.of("or", List.of());
      default -> condition(random, type);
    };
  }

  private static boolean isHeld(FilterField.@Nullable Compared compared) {
    return compared != null && !compared.text() && compared.standIn() == null;
  }

  private Map<String, Object> condition(Random random, ListedType<?> type) {
    List<Map.Entry<String, FilterField>> fields =
        types.filters(type).entrySet().stream()
            .filter(field -> isHeld(field.getValue().compared()))
            .filter(field -> field.getValue().value() != null)
            .toList();
    Map.Entry<String, FilterField> field = one(random, fields);
    if (random.nextInt(6) == 0) {
      return Map.of(field.getKey(), Map.of("isNull", random.nextBoolean()));
    }
    FilterField.Value value = Objects.requireNonNull(field.getValue().value());
    Map<String, Object> operators =
        switch (value.kind()) {
          case CHOICE -> choice(random, value);
          case FLAG -> Map.of("eq", random.nextBoolean());
          case DATE -> date(random);
          case INTEGER -> Map.of(one(random, List.of("eq", "lt", "gte")), random.nextInt(60) - 5);
          case DECIMAL, MONEY ->
              field.getValue().input().equals("IntFilter")
                  ? Map.of("lte", random.nextInt(100))
                  : Map.of("gt", new BigDecimal(random.nextInt(100)));
          case REFERENCE -> Map.of("in", List.of(key(random), key(random), "nothing-has-this-key"));
          default -> Map.of("isNull", false);
        };
    return Map.of(field.getKey(), operators);
  }

  private static Map<String, Object> choice(Random random, FilterField.Value value) {
    Class<? extends Enum<?>> choice = value.choice();
    if (choice == null) {
      return Map.of("isNull", false);
    }
    List<String> names = List.of(choice.getEnumConstants()).stream().map(Enum::name).toList();
    return random.nextBoolean()
        ? Map.of("eq", one(random, names))
        : Map.of("in", List.of(one(random, names), one(random, names)));
  }

  private static Map<String, Object> date(Random random) {
    LocalDate day = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(4_000));
    return switch (random.nextInt(4)) {
      case 0 -> Map.of("within", String.valueOf(day.getYear()));
      case 1 -> Map.of("within", day.getYear() + "-Q" + (1 + random.nextInt(4)));
      case 2 -> Map.of("gte", day, "lt", day.plusDays(random.nextInt(900)));
      default -> Map.of(one(random, List.of("eq", "lte", "gt")), day);
    };
  }

  /** Of any record that has one: it is of the filter's type often enough. */
  private String key(Random random) {
    return one(random, keys());
  }

  private List<String> keys() {
    return database
        .jdbc()
        .sql("select key from record where type in (10, 20, 30, 40) order by id")
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** One list or several, of one release or of different ones. */
  private List<Object> lists(Random random) {
    Set<Object> lists = new HashSet<>();
    int release = random.nextInt(10);
    boolean same = random.nextBoolean();
    for (int i = random.nextInt(4); i >= 0; i--) {
      lists.add(
          state(
              same ? release : random.nextInt(10),
              LocalDate.of(2021, 1, 1).plusDays(random.nextInt(2_000))));
    }
    return List.copyOf(new ArrayList<>(lists));
  }

  private List<Pin> state(int release, LocalDate day) {
    MunicipalityRef place = releases.present().place("musterstadt");
    return List.of(
        release == 0
            ? new Pin(place, 0, 0, day, false)
            : releases.present().pinned(place.key(), release, day));
  }

  private ListedType<?> type(String name) {
    return Objects.requireNonNull(types.find(name), name);
  }

  private static <V> V one(Random random, List<V> all) {
    return all.get(random.nextInt(all.size()));
  }
}
