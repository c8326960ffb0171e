package org.stadtstand.deliver.redaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Column.Kind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * Finds where the words of a withheld text are still published: a name that goes from a title often
 * also appears in a summary, a quotation or a reason, and each has to be withheld separately.
 */
final class SharedWords {

  private static final String TEXTS =
      """
      select '{table}' as "table", k.key, v.field, v.text from {table} t
      join record k on k.id = t.record cross join lateral (values {fields}) as v (field, text)
      where t.municipality = :municipality and v.text is not null
      """;

  private static final String REASONS =
      """
      union select 'release', number::text, v.field, v.text from release
      cross join lateral (values ('reason', reason), ('title', title),
        ('description', description), ('keywords', array_to_string(keywords, ' | ')),
        ('licence_title', licence_title), ('homepage', homepage)) as v (field, text)
      where municipality = :municipality and v.text is not null
      union select 'withdrawal', n.name || ':' || k.key, 'reason', w.reason
      from withdrawal w join record k on k.id = w.record
      join (values {types}) as n (type, name) on n.type = k.type
      where k.municipality = :municipality and w.reason is not null
      union select 'redaction', number::text, v.field, v.text from redaction
      cross join lateral (values ('reason', reason), ('legal_basis', legal_basis)) as v (field, text)
      where municipality = :municipality and v.text is not null
      order by 1, 2, 3, 4
      """;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  /** So many words in a row are no coincidence, whatever they are. */
  private static final int PHRASE = 3;

  private static final int LETTERS_OF_A_NAME = 4;

  private final Set<List<String>> wanted = new HashSet<>();
  private final Set<Integer> lengths = new HashSet<>();

  /** A field that repeats some of the words. */
  record SharingField(String table, String key, String field, List<String> words) {

    @Override
    public String toString() {
      return "%s %s (%s): „%s“".formatted(table, key, field, String.join(" ", words));
    }
  }

  /** Looks for each text as a whole, for its phrases, and for the names in it. */
  SharedWords(List<String> texts) {
    for (String text : texts) {
      List<String> words = words(text);
      want(words);
      for (int i = 0; i + PHRASE <= words.size(); i++) {
        want(words.subList(i, i + PHRASE));
      }
      for (int i = 0; i + 1 < words.size(); i++) {
        if (isName(words.get(i)) && isName(words.get(i + 1))) {
          want(words.subList(i, i + 2));
        }
      }
      if (words.size() <= PHRASE) {
        words.stream()
            .filter(word -> isName(word) && word.length() >= LETTERS_OF_A_NAME)
            .forEach(word -> want(List.of(word)));
      }
    }
  }

  private static boolean isName(String word) {
    return Character.isUpperCase(word.codePointAt(0));
  }

  private void want(List<String> words) {
    if (!words.isEmpty()) {
      wanted.add(folded(words));
      lengths.add(words.size());
    }
  }

  /** The fields of the municipality, in any release, that repeat most of the words come first. */
  List<SharingField> places(JdbcClient jdbc, RecordTypes types, int municipality) {
    List<SharingField> places = new ArrayList<>();
    String texts =
        types.all().stream().map(SharedWords::texts).collect(Collectors.joining("union "));
    String names =
        types.all().stream()
            .map(type -> "(%d, '%s')".formatted(type.number(), type.table()))
            .collect(Collectors.joining(", "));
    jdbc.sql(texts + new Template(REASONS).with("types", names).sql())
        .param("municipality", municipality)
        .query(
            row -> {
              List<String> words = in(row.getString("text"));
              if (!words.isEmpty()) {
                places.add(
                    new SharingField(
                        row.getString("table"),
                        row.getString("key"),
                        row.getString("field"),
                        words));
              }
            });
    places.sort(Comparator.comparing((SharingField place) -> -place.words().size()));
    return places.stream().distinct().toList();
  }

  private static String texts(RecordType type) {
    String fields =
        type.columns().stream()
            .filter(column -> Placeholder.isFree(column))
            .map(column -> "('%s', %s)".formatted(column.name(), readable(column, "t.")))
            .collect(Collectors.joining(", "));
    // A key is never withheld, but a name in it should be known.
    String all = "('key', k.key)" + (fields.isEmpty() ? "" : ", " + fields);
    return new Template(TEXTS).with("table", type.table()).with("fields", all).sql();
  }

  /** The text of a column, the values of a list one after the other. */
  static String readable(Column column, String prefix) {
    String name = prefix + column.name();
    return column.kind() == Kind.LIST ? "array_to_string(" + name + ", ' | ')" : name;
  }

  /** The longest run of words that the text shares with what is looked for. */
  private List<String> in(String text) {
    List<String> words = words(text);
    List<String> folded = folded(words);
    BitSet shared = new BitSet();
    for (int length : lengths) {
      for (int from = 0; from + length <= words.size(); from++) {
        if (wanted.contains(folded.subList(from, from + length))) {
          shared.set(from, from + length);
        }
      }
    }
    List<String> longest = List.of();
    for (int from = shared.nextSetBit(0); from >= 0; ) {
      int end = shared.nextClearBit(from);
      longest = end - from > longest.size() ? words.subList(from, end) : longest;
      from = shared.nextSetBit(end);
    }
    return longest;
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  /** Without case, accents and the s of a genitive. */
  private static List<String> folded(List<String> words) {
    return words.stream()
        .map(SortKey::of)
        .map(word -> word.length() > PHRASE ? word.replaceFirst("s$", "") : word)
        .toList();
  }
}
