package org.stadtstand.graph.frame;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.NamedKeys;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.listing.KeyFilter;
import org.stadtstand.record.listing.KeyFilter.Named;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.Pin;

/**
 * Tells whoever filters by a key if nothing has it, or only what is below the record has rows: to
 * the reader of a list, both look like a true nought.
 */
@Component
class FilterNotices {

  /** Whoever names more keys is told of the first. */
  private static final int MOST = 200;

  private static final int KNOWN = 10_000;

  private static final String SELECT =
      """
      select a.key, %s as open, %s as below from unnest({2}) as s(key)
      cross join lateral (select s.key collate "C" as key) a\
      """;

  private static final String OPEN =
      """
      exists (select from record k join %1$s t on t.record = k.id
        where k.municipality = {0} and k.type = %2$d and k.key = a.key
          and t.since <= {1} and (t.until > {1} or {3}))\
      """;

  /** Rows that name the record itself, and rows that name it or anything below it. */
  private static final String USED =
      """
      exists (select from %1$s t where t.municipality = {0} and t.since <= {1} and t.until > {1}
        and t.%2$s = any (array(%3$s)))\
      """;

  private final Statements statements;
  private final RecordTypes types;

  /** What a release says of a key never changes. */
  private final Cache<Sought, NameUse> known = Caffeine.newBuilder().maximumSize(KNOWN).build();

  FilterNotices(Statements statements, RecordTypes types) {
    this.statements = statements;
    this.types = types;
  }

  /** Leaves the notices with the states they are about. */
  void leave(List<NamedKeys> all, BasisRecorder basis) {
    for (NamedKeys field : all) {
      List<Pin> pins =
          (field.state() == null ? List.copyOf(basis.pins()) : basis.answered(field.state()))
              .stream().filter(pin -> pin.release() > 0).toList();
      // No text of the database holds a NUL, and the list itself refuses it.
      List<Named> keys =
          field.keys().stream().filter(named -> named.key().indexOf(0) < 0).limit(MOST).toList();
      Map<Sought, NameUse> found =
          known.getAll(
              pins.stream()
                  .flatMap(pin -> keys.stream().map(named -> Sought.of(pin, named)))
                  .toList(),
              this::find);
      for (Named named : pins.isEmpty() ? List.<Named>of() : keys) {
        leave(
            named,
            pins.stream().map(pin -> found.get(Sought.of(pin, named))).toList(),
            pins,
            basis);
      }
    }
  }

  private void leave(Named named, List<NameUse> found, List<Pin> pins, BasisRecorder basis) {
    // Among several cities, a key of one of them is right.
    if (!found.contains(NameUse.USED)) {
      Text notice = found.contains(NameUse.BELOW) ? below(named) : nowhere(named);
      pins.forEach(pin -> basis.notice(pin, notice));
    }
  }

  /** One statement for all keys that are sought in the same way in the same state. */
  private Map<Sought, NameUse> find(Set<? extends Sought> unknown) {
    Map<Sought, NameUse> found = new HashMap<>();
    unknown.stream()
        .<Sought>map(sought -> sought)
        .collect(Collectors.groupingBy(sought -> sought.of("")))
        .forEach(
            (alike, all) -> {
              List<String> keys = all.stream().map(sought -> sought.named.key()).toList();
              find(alike, keys, (key, result) -> found.put(alike.of(key), result));
            });
    return found;
  }

  private void find(Sought alike, List<String> keys, BiConsumer<String, NameUse> found) {
    KeyFilter.Use use = alike.named.use();
    String open =
        alike.named.types().stream()
            .sorted()
            .map(number -> OPEN.formatted(types.get(number).table(), number))
            .collect(Collectors.joining(" or "));
    String below =
        use == null ? "false" : "not %s and %s".formatted(used(use, false), used(use, true));
    statements.rows(
        SELECT.formatted(open, below),
        List.of(alike.municipality, alike.release, keys.toArray(String[]::new), alike.named.ever()),
        row -> {
          NameUse only = row.bool("below") ? NameUse.BELOW : NameUse.USED;
          found.accept(row.text("key"), row.bool("open") ? only : NameUse.NOWHERE);
          return row;
        });
  }

  private String used(KeyFilter.Use use, boolean within) {
    RecordType tree = types.get(String.valueOf(use.column().references()));
    String record =
        "select k.id from record k where k.municipality = {0} and k.type = %d and k.key = a.key"
            .formatted(tree.number());
    return USED.formatted(
        use.table().table(),
        use.column().name(),
        within ? KeyFilter.below(record, tree, "{1}") : record);
  }

  private Text nowhere(Named named) {
    return new Text(
        "Der Filter nennt „%s“; einen Eintrag%s mit diesem Schlüssel gibt es in diesem Stand nicht."
            .formatted(named.key(), of(named, Language.DE)),
        "The filter names “%s”; there is no record%s with this key in this state."
            .formatted(named.key(), of(named, Language.EN)));
  }

  /** The kind of record, where it can only be one. */
  private String of(Named named, Language language) {
    return named.types().size() == 1
        ? " (%s)".formatted(types.get(named.types().iterator().next()).label(language))
        : "";
  }

  private static Text below(Named named) {
    KeyFilter.Use use = Objects.requireNonNull(named.use());
    return new Text(
        "Der Filter nennt „%s“; eingetragen (%s) sind in diesem Stand nur nachgeordnete Stellen."
                .formatted(named.key(), use.table().label(Language.DE))
            + " Mit ihnen: %s.".formatted(use.within()),
        "The filter names “%s”; in this state, only units below it are given (%s)."
                .formatted(named.key(), use.table().label(Language.EN))
            + " To include them: %s.".formatted(use.within()));
  }

  private record Sought(int municipality, int release, Named named) {

    static Sought of(Pin pin, Named named) {
      return new Sought(pin.place().id(), pin.release(), named);
    }

    Sought of(String key) {
      return new Sought(municipality, release, named.of(key));
    }
  }

  private enum NameUse {
    USED,
    BELOW,
    NOWHERE
  }
}
