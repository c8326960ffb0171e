package org.stadtstand.graph.groups;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.groups.GroupKey.Absence;
import org.stadtstand.graph.schema.HistoryEventKind;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.listing.FilterField;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Ref;

/** The keys of one step, made of what was read. */
record GroupKeys(GroupStep step, int place, Map<Integer, RecordWords.Named> records) {

  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  static GroupKeys of(
      GroupStep step,
      int place,
      List<GroupReader.GroupRow> found,
      Function<GroupReader.GroupRow, Pin> pinOf,
      RecordWords words) {
    String type = step.column().recordType();
    Set<Ref> refs = new LinkedHashSet<>();
    for (GroupReader.GroupRow row : type.isEmpty() ? List.<GroupReader.GroupRow>of() : found) {
      Integer record = row.record(place);
      if (record != null) {
        refs.add(new Ref(record, pinOf.apply(row)));
      }
    }
    return new GroupKeys(step, place, refs.isEmpty() ? Map.of() : words.of(type, refs));
  }

  GroupKey of(GroupReader.GroupRow row, Pin pin) {
    List<@Nullable String> read = row.keys().get(place);
    String absent = read.get(2);
    if (absent != null) {
      return GroupKey.absent(Absence.valueOf(absent));
    }
    String key = Objects.requireNonNull(read.getFirst());
    if (!step.column().recordType().isEmpty()) {
      return record(Integer.parseInt(key), pin);
    }
    return switch (step.column().value().kind()) {
      case CHOICE -> choice(key);
      case FLAG -> flag(key.equals("true"));
      case DATE -> date(key, LocalDate.parse(Objects.requireNonNull(read.get(1))));
      case INTEGER, DECIMAL -> number(key, read.get(1));
      default -> new GroupKey(key, key, null, new Text(key, key), SortKey.of(key) + " " + key);
    };
  }

  /**
   * All keys that there can be, whether rows have them or not: of dates, those from the first to
   * the last.
   *
   * @param found those that rows have
   */
  List<GroupKey> all(Collection<GroupKey> found) {
    return switch (step.column().value().kind()) {
      case CHOICE -> Stream.of(constants()).map(one -> choice(one.name())).toList();
      case FLAG -> List.of(flag(true), flag(false));
      case DATE -> periods(found);
      case INTEGER, DECIMAL -> classes(found);
      case REFERENCE, SUBJECT, WORD, WORDS, MONEY ->
          throw new IllegalStateException(step.column().name() + " has no list of values");
    };
  }

  /**
   * A value that a filter names and no row has; nothing if it is none of this step.
   *
   * @param called the words for records, by their names
   */
  Optional<GroupKey> named(String name, Map<String, Text> called) {
    return switch (step.column().value().kind()) {
      case CHOICE -> Optional.of(choice(name));
      case FLAG -> Optional.of(flag(name.equals("true")));
      case DATE ->
          YEAR.matcher(name).matches()
              ? Optional.of(date(name + "-01-01", LocalDate.of(Integer.parseInt(name), 12, 31)))
              : Optional.empty();
      case INTEGER, DECIMAL -> Optional.of(number(name, null));
      case REFERENCE, SUBJECT, WORD, WORDS, MONEY ->
          Optional.of(
              new GroupKey(
                  name, name, null, called.getOrDefault(name, new Text(name, name)), name));
    };
  }

  private List<GroupKey> periods(Collection<GroupKey> found) {
    List<Period> asked =
        found.stream()
            .map(GroupKey::value)
            .filter(Period.class::isInstance)
            .map(Period.class::cast)
            .filter(period -> !period.coarser())
            .sorted(Comparator.comparing(Period::from))
            .toList();
    List<GroupKey> all = new ArrayList<>();
    if (!asked.isEmpty()) {
      LocalDate last = asked.getLast().from();
      int months = step.unit().months();
      for (LocalDate day = asked.getFirst().from();
          !day.isAfter(last);
          day = day.plusMonths(months)) {
        all.add(date(day.toString(), day.plusMonths(months).minusDays(1)));
        GroupReader.refuseMore(all.size());
      }
    }
    return all;
  }

  /** The classes of each unit that is there, or of plain numbers. */
  private List<GroupKey> classes(Collection<GroupKey> found) {
    Set<Optional<String>> units = new LinkedHashSet<>();
    found.stream()
        .map(GroupKey::value)
        .filter(NumberRange.class::isInstance)
        .forEach(range -> units.add(Optional.ofNullable(((NumberRange) range).unit())));
    if (step.column().value().unit() == null) {
      units.add(Optional.empty());
    }
    return units.stream()
        .flatMap(
            unit ->
                IntStream.rangeClosed(0, step.edges().size())
                    .mapToObj(place -> number(String.valueOf(place), unit.orElse(null))))
        .toList();
  }

  private static GroupKey flag(boolean yes) {
    return new GroupKey(
        yes,
        String.valueOf(yes),
        null,
        inBoth(language -> new Figures(language).yesOrNo(yes)),
        !yes);
  }

  private GroupKey record(int record, Pin pin) {
    RecordWords.Named named = records.get(record);
    if (named == null) {
      return new GroupKey(new Member(new Ref(record, pin), 0), null, null, new Text("", ""), "");
    }
    boolean any = step.column().value().kind() == FilterField.Kind.SUBJECT;
    return new GroupKey(
        new Member(new Ref(record, pin), named.type()),
        any ? named.name() : named.key(),
        null,
        named.words(),
        named.rank());
  }

  private GroupKey date(String first, LocalDate last) {
    Period period = new Period(new PartialDate(LocalDate.parse(first), last), step.unit());
    return new GroupKey(
        period,
        period.coarser() ? null : period.value(),
        null,
        inBoth(period::inWords),
        last + " " + (period.coarser() ? 1 : 0) + first);
  }

  private GroupKey choice(String key) {
    for (Enum<?> one : constants()) {
      if (one.name().equals(key)) {
        Text words = one instanceof LabelledChoice labelled ? labelled.text() : new Text(key, key);
        return new GroupKey(key, key, null, words, one.ordinal());
      }
    }
    throw new IllegalStateException(key + " is no value of " + step.column().name());
  }

  private Enum<?>[] constants() {
    Class<? extends Enum<?>> choice = step.column().value().choice();
    return choice == null
        ? HistoryEventKind.values()
        : Objects.requireNonNull(choice.getEnumConstants());
  }

  private GroupKey number(String key, @Nullable String unit) {
    BigDecimal number = new BigDecimal(key);
    NumberRange range =
        step.edges().isEmpty()
            ? new NumberRange(number, null, null, unit)
            : NumberRange.of(number.intValueExact(), step.edges(), unit);
    LabelledChoice scale = scale(unit);
    Rank rank = new Rank(unit == null ? "" : unit, number);
    String name = step.edges().isEmpty() ? key : null;
    return new GroupKey(
        range, name, null, inBoth(language -> range.inWords(language, scale)), rank);
  }

  /** The scale of that name, if the column's numbers are levels on several. */
  private @Nullable LabelledChoice scale(@Nullable String name) {
    Class<? extends Enum<?>> scales = step.column().value().choice();
    return scales == null
        ? null
        : Stream.of(scales.getEnumConstants())
            .filter(one -> one.name().equals(name))
            .map(LabelledChoice.class::cast)
            .findFirst()
            .orElse(null);
  }

  private static Text inBoth(Function<Language, String> words) {
    return new Text(words.apply(Language.DE), words.apply(Language.EN));
  }

  /** A record that is a key. */
  record Member(Ref ref, int type) {}

  /** Numbers of a unit stay together. */
  private record Rank(String unit, BigDecimal number) implements Comparable<Rank> {

    @Override
    public int compareTo(Rank other) {
      int units = unit.compareTo(other.unit);
      return units == 0 ? number.compareTo(other.number) : units;
    }
  }
}
