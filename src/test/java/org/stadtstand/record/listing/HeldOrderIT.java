package org.stadtstand.record.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.CountedStatements;
import org.stadtstand.ServerTest;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.columns.HeldColumns;
import org.stadtstand.record.listing.ListArguments.OrderTerm;
import org.stadtstand.record.search.ContainedTexts;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseDirectory;

/**
 * Pages picked by columns in memory are those that a statement orders, with the same cursors: of
 * random lists in random orders and states, forwards, backwards and between two cursors.
 */
@ServerTest
class HeldOrderIT {

  private static final int QUESTIONS = 25;
  private static final int PAGES = 4;

  /** Parts of texts that many records have. */
  private static final Map<String, List<String>> SOUGHT =
      Map.of(
          "Project title", List.of("ung", "haus", "der", "ein", "schul"),
          "Project summary", List.of("ung", "der", "die"),
          "Target wording", List.of("ung", "der", "werden"),
          "PublicService name", List.of("ung", "anm"),
          "Source title", List.of("ung", "der", "bericht"),
          "Milestone title", List.of("ung", "beg", "fer"));

  @Autowired private Statements statements;
  @Autowired private SheetReader sheets;
  @Autowired private RecordReader records;
  @Autowired private PartReader parts;
  @Autowired private ListedTypes types;
  @Autowired private ContainedTexts texts;
  @Autowired private ReleaseDirectory releases;
  @Autowired private CountedStatements counted;

  private HeldColumns columns;
  private ListReader held;
  private ListReader stated;
  private int picked;

  @BeforeEach
  void readers() {
    columns = HeldColumns.after(1, statements, releases);
    ListSizes.HeldOrder order = columns.order(types);
    held =
        reader(
            (type, pin, wanted, rows) -> {
              Optional<int[]> first = order.first(type, pin, wanted, rows);
              picked += first.isPresent() ? 1 : 0;
              return first;
            });
    stated = reader((type, pin, wanted, rows) -> Optional.empty());
  }

  private ListReader reader(ListSizes.HeldOrder order) {
    ListSizes sizes = new ListSizes(statements, texts, order, -1);
    return new ListReader(statements, sheets, records, types, sizes, parts);
  }

  @AfterEach
  void end() {
    columns.end();
  }

  /** A list in a state. */
  private record Question(ListedType<?> type, Pin pin, ListArguments arguments) {

    Question at(Page page) {
      return new Question(
          type,
          pin,
          new ListArguments(
              arguments.filter(), arguments.order(), page, arguments.others(), arguments.state()));
    }
  }

  /** What a caller sees of a page. */
  private record Seen(List<?> nodes, List<Cursor> cursors, boolean hasPrevious, boolean hasNext) {

    static Seen of(ListReader reader, Question question) {
      Slice<?> slice =
          reader.page(
              question.type(), List.of(question.pin()), question.arguments(), numbers -> {});
      List<Cursor> cursors =
          IntStream.range(0, slice.rows().size()).mapToObj(slice.places()::apply).toList();
      return new Seen(slice.nodes(), cursors, slice.hasPrevious(), slice.hasNext());
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void pagesAreThoseOfStatements(long seed) {
    Random random = new Random(seed);
    int rows = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = question(random);
      Seen.of(held, question.at(Page.first(1)));
      columns.settle();
      List<Cursor> seen = new ArrayList<>();
      Page page = page(random, seen);
      for (int n = 0; n < PAGES; n++) {
        Question asked = question.at(page);
        Seen expected = Seen.of(stated, asked);
        assertThat(Seen.of(held, asked)).as("%s", asked).isEqualTo(expected);
        seen.addAll(expected.cursors());
        rows += expected.nodes().size();
        page = page(random, seen);
      }
    }
    assertThat(picked).as("picked in memory").isGreaterThan(QUESTIONS / 5);
    assertThat(rows).as("rows of all pages").isPositive();
  }

  private Question question(Random random) {
    String[] field = one(random, SOUGHT.keySet().stream().sorted().toList()).split(" ");
    ListedType<?> type = Objects.requireNonNull(types.find(field[0]));
    String part = one(random, SOUGHT.getOrDefault(field[0] + " " + field[1], List.of()));
    Map<String, Object> contains = Map.of(field[1], Map.of("contains", part));
    Map<String, Object> status = Map.of("in", List.of("PLANNED", "COMPLETED"));
    Map<String, Object> filter =
        type.typeName().equals("Project") && random.nextInt(3) == 0
            ? Map.of("and", List.of(contains, Map.of("status", status)))
            : contains;
    List<OrderTerm> order = new ArrayList<>();
    List<String> orders =
        type.orders().keySet().stream().filter(name -> !name.contains("#")).sorted().toList();
    for (int i = random.nextInt(3); i > 0; i--) {
      order.add(
          new OrderTerm(
              random.nextBoolean() ? one(random, orders) : "KEY",
              random.nextBoolean(),
              random.nextBoolean()));
    }
    Map<String, Object> others =
        random.nextInt(4) == 0 ? Map.of(ListArguments.LANGUAGE, Language.EN) : Map.of();
    MunicipalityRef place = one(random, releases.present().places());
    Release release = one(random, releases.present().releases(place));
    LocalDate day = LocalDate.of(2020 + random.nextInt(7), 1 + random.nextInt(12), 1);
    Pin pin = releases.present().pinned(place.key(), release.number(), day);
    return new Question(
        type, pin, new ListArguments(filter, order, Page.first(1), others, Cursor.state(pin)));
  }

  private static Page page(Random random, List<Cursor> seen) {
    int size = random.nextInt(6);
    Cursor after = seen.isEmpty() || random.nextInt(3) == 0 ? null : one(random, seen);
    Cursor before = seen.isEmpty() || random.nextInt(3) > 0 ? null : one(random, seen);
    return new Page(size, random.nextInt(3) == 0, after, before);
  }

  private static <V> V one(Random random, List<V> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Question titles(Page page) {
    Pin pin = releases.present().pinned("musterstadt", 9, LocalDate.of(2026, 1, 1));
    Map<String, Object> filter = Map.of("title", Map.of("contains", "ung"));
    List<OrderTerm> order = List.of(new OrderTerm("TITLE", false, false));
    return new Question(
        Objects.requireNonNull(types.find("Project")),
        pin,
        new ListArguments(filter, order, page, Map.of(), Cursor.state(pin)));
  }

  /** A cursor says what its record was ordered by; that may have been withheld since. */
  @Test
  void continuesBehindWhatHasAnotherPlaceNow() {
    Seen.of(held, titles(Page.first(5)));
    columns.settle();
    Cursor last = Seen.of(stated, titles(Page.first(40))).cursors().getLast();
    Cursor first = Seen.of(stated, titles(Page.first(5))).cursors().getLast();
    for (String record : List.of(last.values().getLast(), "1", "2147483647")) {
      Cursor other = first.at(List.of(first.values().getFirst(), record));
      Question asked = titles(new Page(5, false, other, null));
      Seen seen = Seen.of(held, asked);
      assertThat(seen.nodes()).isNotEmpty();
      assertThat(seen).isEqualTo(Seen.of(stated, asked));
    }
    assertThat(picked).isPositive();
  }

  @Test
  void readsOnlyWhatAPageBeginsWith() {
    Question asked = titles(Page.first(5));
    Seen.of(held, asked);
    columns.settle();
    counted.forget();
    Seen.of(held, asked);
    assertThat(picked).isPositive();
    assertThat(counted.statements().stream().filter(sql -> sql.contains(" like (")))
        .as("statements that look at rows of the list")
        .hasSize(1);
  }
}
