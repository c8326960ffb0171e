package org.stadtstand.record.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.ServerTest;
import org.stadtstand.ground.database.WriteDatabase;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.ground.sql.Until;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.search.PublishedTexts.Which;
import org.stadtstand.record.search.RankedHits.Position;
import org.stadtstand.record.search.SearchQuestion.SearchWord;
import org.stadtstand.record.search.SearchQuestion.Term;
import org.stadtstand.record.search.SearchResult.Hit;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseDirectory;

/**
 * Random questions about random states, compared with what is found by reading every text: the
 * hits, their scores and their order, page by page, whether few or many are found.
 */
@ServerTest
class TextSearchIT {

  private static final int QUESTIONS = 150;

  @Autowired private TextSearch search;
  @Autowired private RankedHits ranked;
  @Autowired private Statements statements;
  @Autowired private RecordTypes types;
  @Autowired private WriteDatabase database;
  @Autowired private ReleaseDirectory releases;

  /** A text of a published row. */
  private record Entry(
      int type,
      int record,
      SearchedField field,
      int since,
      int until,
      String day,
      List<WrittenWord> words) {

    /** What a record said from one turn to the next. */
    static Stream<Entry> of(PublishedTexts.Turn turn, int until) {
      PublishedTexts.Said said = turn.after();
      return said == null
          ? Stream.of()
          : IntStream.range(0, turn.fields().size())
              .filter(i -> !said.words().get(i).isEmpty())
              .mapToObj(
                  i ->
                      new Entry(
                          turn.type(),
                          turn.record(),
                          turn.fields().get(i),
                          turn.release(),
                          until,
                          said.day(),
                          said.words().get(i)));
    }

    static Stream<Entry> of(List<PublishedTexts.Turn> turns) {
      turns.sort(Comparator.comparing(PublishedTexts.Turn::release));
      return IntStream.range(0, turns.size())
          .boxed()
          .flatMap(
              i ->
                  of(turns.get(i), i + 1 < turns.size() ? turns.get(i + 1).release() : Until.OPEN));
    }
  }

  private final Map<MunicipalityRef, List<Entry>> texts = new HashMap<>();
  private final Map<MunicipalityRef, Map<String, Integer>> firsts = new HashMap<>();
  private final Map<Integer, String> keys = new HashMap<>();
  private Set<Integer> all = Set.of();

  @BeforeEach
  void read() {
    all = types.all().stream().map(type -> type.number()).collect(Collectors.toSet());
    for (MunicipalityRef place : releases.present().places()) {
      Map<Integer, List<PublishedTexts.Turn>> turns = new HashMap<>();
      new PublishedTexts(database.jdbc(), types)
          .each(
              types.all(),
              Which.MUNICIPALITY,
              place.id(),
              turn -> turns.computeIfAbsent(turn.record(), any -> new ArrayList<>()).add(turn));
      List<Entry> own = turns.values().stream().flatMap(Entry::of).toList();
      texts.put(place, own);
      Map<String, Integer> first = firsts.computeIfAbsent(place, any -> new HashMap<>());
      own.forEach(
          text -> text.words().forEach(word -> first.merge(word.word(), text.since(), Math::min)));
    }
    database
        .jdbc()
        .sql("select id, key from record")
        .query(
            row -> {
              keys.put(row.getInt(1), row.getString(2));
            });
  }

  private List<Entry> published(Pin pin) {
    return Objects.requireNonNull(texts.get(pin.place()));
  }

  /** The texts that a state holds, of each record. */
  private Map<Integer, List<Entry>> state(Pin pin) {
    return published(pin).stream()
        .filter(text -> text.since() <= pin.release() && text.until() > pin.release())
        .filter(
            text ->
                text.day().equals("-infinity") || !LocalDate.parse(text.day()).isAfter(pin.day()))
        .collect(Collectors.groupingBy(Entry::record, TreeMap::new, Collectors.toList()));
  }

  /**
   * The words published until then that fit what is asked for: with a mistake only if none does
   * without, and the beginnings of words only if no whole word does. What holds a word that stands
   * in for the mistyped one fits, too.
   */
  private Map<String, Closeness> fitting(SearchWord asked, List<Pin> pins) {
    Set<String> words = pins.stream().flatMap(this::words).collect(Collectors.toSet());
    Map<String, Closeness> found = closeness(words, asked::closeness);
    if (!found.isEmpty() || !asked.mayBeMistyped()) {
      return found;
    }
    Map<String, Closeness> near = closeness(words, word -> Closeness.mistyped(asked.word(), word));
    if (near.containsValue(Closeness.MISTYPED)) {
      near.values().removeIf(close -> close != Closeness.MISTYPED);
    }
    for (String meant : Set.copyOf(near.keySet())) {
      closeness(words, word -> new SearchWord(meant, false, false).closeness(word))
          .keySet()
          .forEach(word -> near.putIfAbsent(word, Closeness.OF_CORRECTION));
    }
    return near;
  }

  private Stream<String> words(Pin pin) {
    return firsts.getOrDefault(pin.place(), Map.of()).entrySet().stream()
        .filter(word -> word.getValue() <= pin.release())
        .map(Map.Entry::getKey);
  }

  private static Map<String, Closeness> closeness(
      Set<String> words, Function<String, @Nullable Closeness> rule) {
    Map<String, Closeness> close = new HashMap<>();
    for (String word : words) {
      Closeness found = rule.apply(word);
      if (found != null) {
        close.put(word, found);
      }
    }
    return close;
  }

  private static int score(Term term, List<Map<String, Closeness>> fitting, List<Entry> record) {
    int best = 0;
    for (Entry text : record) {
      for (int i = 0; i + fitting.size() <= text.words().size(); i++) {
        int factor = factor(term, fitting, text.words(), i);
        best = Math.max(best, text.field().weight() * factor);
      }
    }
    return best;
  }

  private static int factor(
      Term term, List<Map<String, Closeness>> fitting, List<WrittenWord> words, int at) {
    int factor = 0;
    for (int j = 0; j < fitting.size(); j++) {
      Closeness close = fitting.get(j).get(words.get(at + j).word());
      if (close == null) {
        return 0;
      }
      factor = term.phrase() ? Closeness.WHOLE.factor() : close.factor();
    }
    return factor;
  }

  private List<String> plainly(SearchQuestion question, List<Pin> pins) {
    record Plain(int score, int type, String place, String key) {}
    List<Plain> found = new ArrayList<>();
    Map<Term, List<Map<String, Closeness>>> fitting = new HashMap<>();
    question
        .terms()
        .forEach(
            term ->
                fitting.put(
                    term, term.asked().stream().map(asked -> fitting(asked, pins)).toList()));
    for (Pin pin : pins) {
      state(pin)
          .forEach(
              (record, own) -> {
                int sum = 0;
                for (Term term : question.terms()) {
                  int score = score(term, fitting.getOrDefault(term, List.of()), own);
                  if (term.excluded() == score > 0) {
                    return;
                  }
                  sum += score;
                }
                found.add(
                    new Plain(
                        sum,
                        own.getFirst().type(),
                        pin.place().key(),
                        keys.getOrDefault(record, "")));
              });
    }
    return found.stream()
        .sorted(
            Comparator.comparingInt((Plain one) -> -one.score())
                .thenComparingInt(Plain::type)
                .thenComparing(Plain::place)
                .thenComparing(Plain::key))
        .map(one -> one.place() + " " + one.type() + " " + one.key() + " " + one.score())
        .toList();
  }

  /** Page by page, as somebody would read them. */
  private List<String> found(RankedHits ranked, SearchQuestion question, List<Pin> pins) {
    List<Hit> hits = new ArrayList<>();
    SearchResult result = search.find(question, pins, all);
    int size = 1 + Math.floorMod(question.hashCode(), 40);
    for (boolean more = true; more; ) {
      Position after = hits.isEmpty() ? null : Position.of(hits.getLast());
      List<Hit> page = ranked.read(result.ranks(), after, size + 1);
      hits.addAll(page.subList(0, Math.min(size, page.size())));
      more = page.size() > size;
    }
    assertThat(result.count(null)).isEqualTo(hits.size());
    return hits.stream()
        .map(
            hit -> hit.pin().place().key() + " " + hit.type() + " " + hit.key() + " " + hit.score())
        .toList();
  }

  @Test
  void findsWhatReadingEveryTextFinds() {
    Random random = new Random(5);
    RankedHits walking = new RankedHits(statements, 1);
    int some = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      List<Pin> pins = pins(random);
      String text = text(random, published(pins.getFirst()));
      SearchQuestion question = SearchQuestion.of(text);
      List<String> plain = plainly(question, pins);
      assertThat(found(ranked, question, pins)).as(text + " in " + pins).isEqualTo(plain);
      assertThat(found(walking, question, pins)).as(text + " in " + pins).isEqualTo(plain);
      some += plain.isEmpty() ? 0 : 1;
    }
    assertThat(some).isGreaterThan(QUESTIONS / 2);
  }

  private List<Pin> pins(Random random) {
    List<MunicipalityRef> places = List.copyOf(releases.present().places());
    List<Pin> pins = new ArrayList<>(places.stream().map(place -> pin(place, random)).toList());
    Collections.shuffle(pins, random);
    return random.nextInt(4) == 0 ? pins : pins.subList(0, 1);
  }

  private Pin pin(MunicipalityRef place, Random random) {
    List<Release> own = releases.present().releases(place);
    Release release = own.get(random.nextInt(own.size()));
    LocalDate day = release.standsFor().plusDays(random.nextInt(400) - 200);
    return new Pin(place, release.id(), release.number(), day, false);
  }

  /** Of words that stand in one text, as somebody might type them. */
  private static String text(Random random, List<Entry> from) {
    List<String> words =
        from.get(random.nextInt(from.size())).words().stream()
            .map(WrittenWord::word)
            .filter(word -> word.length() > 1)
            .toList();
    if (words.isEmpty()) {
      return "glasfaser";
    }
    List<String> asked = new ArrayList<>();
    for (int n = random.nextInt(3); n >= 0; n--) {
      asked.add(typed(words.get(random.nextInt(words.size())), random));
    }
    if (random.nextInt(4) == 0) {
      int at = random.nextInt(words.size());
      asked.add('"' + String.join(" ", words.subList(at, Math.min(words.size(), at + 2))) + '"');
    }
    if (random.nextInt(4) == 0) {
      List<WrittenWord> other = from.get(random.nextInt(from.size())).words();
      String word = other.get(random.nextInt(other.size())).word();
      asked.add(word.length() > 1 ? "-" + word : "-amt");
    }
    return String.join(" ", asked);
  }

  private static String typed(String word, Random random) {
    int length = word.length();
    return switch (length < 5 ? 0 : random.nextInt(6)) {
      case 1 -> word.substring(0, length - 1);
      case 2 -> word.substring(1 + random.nextInt(length - 4));
      case 3 -> swapped(word, random.nextInt(length - 1));
      case 4 -> word.substring(0, length / 2) + "q" + word.substring(length / 2);
      case 5 -> word.replace("ä", "a").replace("ö", "o").replace("ü", "u").replace("ß", "ss");
      default -> word;
    };
  }

  private static String swapped(String word, int at) {
    return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
  }
}
