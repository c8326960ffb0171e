package org.stadtstand.record.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.CountedStatements;
import org.stadtstand.ServerTest;
import org.stadtstand.ground.database.WriteDatabase;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.record.search.ContainedTexts;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseDirectory;

/**
 * A list of which only those rows are looked at whose words can fit is the list of which all are
 * looked at: random parts of texts, in random filters and states.
 */
@ServerTest
class NarrowedListsIT {

  private static final int QUESTIONS = 60;

  /** The texts of types: what a filter calls them, and their columns. */
  private static final Map<String, Map<String, String>> TEXTS =
      Map.of(
          "Project", Map.of("title", "title_de", "summary", "summary_de"),
          "Target", Map.of("wording", "wording"),
          "PublicService", Map.of("name", "name_de"),
          "Claim", Map.of("wording", "wording"),
          "Source", Map.of("title", "title"),
          "Milestone", Map.of("title", "title_de"));

  private static final List<String> STRANGE =
      List.of(
          "", " ", "%", "_", "\\", "a%b", "%%%", "\\%", "e", "ß", "SS", "straße", "STRASSE", "ü",
          "zzz9", "Düss", "dus", "e-", "-", "...", "é", "Ⅷ", "ⓐ", "\u00ad", "ﬁ", "İ", "ſ");

  @Autowired private Statements statements;
  @Autowired private SheetReader sheets;
  @Autowired private RecordReader records;
  @Autowired private ListedTypes types;
  @Autowired private ContainedTexts texts;
  @Autowired private ListSizes.HeldOrder order;
  @Autowired private PartReader parts;
  @Autowired private WriteDatabase database;
  @Autowired private ReleaseDirectory releases;
  @Autowired private CountedStatements counted;

  private final Map<String, List<String>> written = new HashMap<>();
  private ListReader scanning;
  private ListReader narrowing;

  @BeforeEach
  void readers() {
    scanning = reader(Long.MAX_VALUE / 1_000);
    narrowing = reader(-1);
    TEXTS.forEach(
        (type, columns) ->
            columns.forEach((field, column) -> written.put(type + field, texts(type, column))));
  }

  private ListReader reader(long scanned) {
    return reader(new ListSizes(statements, texts, order, scanned));
  }

  private ListReader reader(ListSizes sizes) {
    return new ListReader(statements, sheets, records, types, sizes, parts);
  }

  private ListedType<?> type(String name) {
    return Objects.requireNonNull(types.find(name), name);
  }

  private List<String> texts(String name, String column) {
    String table = Objects.requireNonNull(type(name).recordType()).table();
    return database
        .jdbc()
        .sql("select distinct %1$s from %2$s where %1$s is not null".formatted(column, table))
        .query((row, n) -> row.getString(1))
        .list();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isTheListOfAllRows(long seed) {
    Random random = new Random(seed);
    int found = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      String name = one(random, TEXTS.keySet().stream().sorted().toList());
      ListedType<?> type = type(name);
      List<Pin> pins = List.of(pin(random));
      Map<String, Object> others =
          random.nextInt(4) == 0 ? Map.of(ListArguments.LANGUAGE, Language.EN) : Map.of();
      Map<String, Object> filter = filter(random, name, 3);
      ListArguments whole = new ListArguments(filter, List.of(), Page.LARGEST, others);
      int count = scanning.count(type, pins, whole);
      assertThat(narrowing.count(type, pins, whole)).as("%s %s", name, filter).isEqualTo(count);
      assertThat(lines(narrowing, type, pins, whole)).isEqualTo(lines(scanning, type, pins, whole));
      found += count;
    }
    assertThat(found).as("some are found").isPositive();
  }

  @Test
  void looksWordsUpWhereTheListIsLong() {
    ListedType<?> type = type("Project");
    MunicipalityRef place = releases.present().place("musterstadt");
    List<Pin> pins = List.of(releases.present().pinned(place.key(), 9, LocalDate.of(2026, 1, 1)));
    ListArguments whole =
        ListArguments.largest(Map.of("title", Map.of("contains", "glasFASER-anschl")));
    counted.forget();
    int count = narrowing.count(type, pins, whole);
    assertThat(counted.statements())
        .anySatisfy(sql -> assertThat(sql).contains("search_word"))
        .anySatisfy(sql -> assertThat(sql).contains("search_posting"));
    counted.forget();
    ListReader usual = reader(new ListSizes(statements, texts, order));
    assertThat(usual.count(type, pins, whole)).isEqualTo(count);
    assertThat(counted.statements())
        .isNotEmpty()
        .allSatisfy(sql -> assertThat(sql).doesNotContain("search_word"));
  }

  /** What must stand within a word is counted by the words alone, in the language of the text. */
  @ParameterizedTest
  @ValueSource(strings = {"glasFASER", "Straß", "schul", "zzz9", "2025"})
  void countsWithoutLookingAtRows(String part) {
    MunicipalityRef place = releases.present().place("musterstadt");
    for (LocalDate day : List.of(LocalDate.of(2021, 1, 1), LocalDate.of(2026, 1, 1))) {
      for (int release = 1; release <= 9; release++) {
        List<Pin> pins = List.of(releases.present().pinned(place.key(), release, day));
        Map<String, Object> filter = Map.of("title", Map.of("contains", part));
        ListArguments german = ListArguments.largest(filter);
        counted.forget();
        int count = narrowing.count(type("Project"), pins, german);
        assertThat(counted.statements()).isNotEmpty().noneMatch(sql -> sql.contains(" like ("));
        assertThat(count).isEqualTo(scanning.count(type("Project"), pins, german));
        ListArguments english =
            new ListArguments(
                filter, List.of(), Page.LARGEST, Map.of(ListArguments.LANGUAGE, Language.EN));
        assertThat(narrowing.count(type("Project"), pins, english))
            .isEqualTo(scanning.count(type("Project"), pins, english));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "a", "de", "e-", "ü", "_ _"})
  void looksAtAllRowsWhereNoWordTells(String part) {
    ListArguments whole = ListArguments.largest(Map.of("title", Map.of("contains", part)));
    MunicipalityRef place = releases.present().place("musterstadt");
    List<Pin> pins = List.of(releases.present().pinned(place.key(), 9, LocalDate.of(2026, 1, 1)));
    counted.forget();
    assertThat(narrowing.count(type("Project"), pins, whole))
        .isEqualTo(scanning.count(type("Project"), pins, whole));
    assertThat(counted.statements())
        .isNotEmpty()
        .allSatisfy(sql -> assertThat(sql).doesNotContain("search_word"));
  }

  private static List<Slice.Line> lines(
      ListReader reader, ListedType<?> type, List<Pin> pins, ListArguments arguments) {
    List<Slice.Line> lines = new ArrayList<>();
    reader.page(type, pins, arguments, numbers -> lines.addAll(numbers.lines()));
    return lines;
  }

  private Pin pin(Random random) {
    MunicipalityRef place = one(random, releases.present().places());
    Release release = one(random, releases.present().releases(place));
    return releases.present().pinned(place.key(), release.number(), LocalDate.of(2026, 1, 1));
  }

  private Map<String, Object> filter(Random random, String type, int depth) {
    List<String> fields = TEXTS.getOrDefault(type, Map.of()).keySet().stream().sorted().toList();
    return switch (depth == 0 ? 9 : random.nextInt(10)) {
      case 0 -> Map.of("not", filter(random, type, depth - 1));
      case 1 -> Map.of("and", some(random, type, depth - 1));
      case 2 -> Map.of("or", some(random, type, depth - 1));
      case 3 -> Map.of("or", List.of());
      case 4 ->
          Map.of(
              one(random, fields), Map.of("isNull", false), "and", some(random, type, depth - 1));
      default -> {
        String field = one(random, fields);
        String operator = random.nextInt(4) == 0 ? "startsWith" : "contains";
        yield Map.of(
            field, Map.of(operator, part(random, written.getOrDefault(type + field, List.of()))));
      }
    };
  }

  private List<Map<String, Object>> some(Random random, String type, int depth) {
    List<Map<String, Object>> some = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      some.add(filter(random, type, depth));
    }
    return some;
  }

  /** A piece of a text, as somebody might write it, or something that is in none. */
  private static String part(Random random, List<String> texts) {
    if (texts.isEmpty() || random.nextInt(6) == 0) {
      return one(random, STRANGE);
    }
    String text = one(random, texts);
    int from = random.nextInt(3) == 0 ? 0 : random.nextInt(text.length());
    String part = text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(14)));
    List<UnaryOperator<String>> spellings =
        List.of(
            same -> same,
            same -> same,
            same -> same.toUpperCase(Locale.GERMAN),
            same -> same.toLowerCase(Locale.GERMAN),
            SortKey::of,
            same -> same + one(random, STRANGE));
    return one(random, spellings).apply(part);
  }

  private static <V> V one(Random random, List<V> all) {
    return all.get(random.nextInt(all.size()));
  }
}
