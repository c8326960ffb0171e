package org.stadtstand.ground.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.unit.UnitLine.Part;

/**
 * What a unit is put together from: a scale ("Mio."), the unit itself ("t"), a substance ("CO₂")
 * and a rate ("im Jahr"); all but the unit may be missing.
 */
record UnitParts(
    @Nullable UnitLine scale,
    UnitLine base,
    @Nullable UnitLine substance,
    @Nullable UnitLine rate) {

  private static final char NO_BREAK_SPACE = '\u00A0';

  /** What has an end, or is but a place in an order. */
  private static final Set<String> UNSCALED =
      Set.of("share", "points", "temperature", "sound level", "concentration", "Rang");

  private static final Map<String, UnitParts> SPELLINGS = new HashMap<>();

  static {
    for (UnitLine line : UnitLine.of(Part.UNIT)) {
      UnitParts alone = new UnitParts(null, line, null, null);
      line.spellings().forEach(spelling -> SPELLINGS.putIfAbsent(spelling, alone));
    }
    for (UnitLine alias : UnitLine.of(Part.ALIAS)) {
      UnitParts scaled = parse(alias.name()).orElseThrow();
      alias.spellings().forEach(spelling -> SPELLINGS.put(spelling, scaled));
    }
  }

  /** What is left of a text before or behind a part, or all of it without one. */
  private record Rest(String text, @Nullable UnitLine part) {}

  static Optional<UnitParts> parse(String spelling) {
    String folded = UnitLine.folded(spelling);
    return Stream.of(folded, folded.replaceFirst("^in", ""))
        .flatMap(text -> rests(text, Part.RATE))
        .flatMap(
            rate ->
                rests(rate.text(), Part.SUBSTANCE)
                    .flatMap(of -> whole(of.text(), of.part(), rate.part())))
        .filter(UnitParts::fit)
        .findFirst();
  }

  private static Stream<UnitParts> whole(
      String text, @Nullable UnitLine substance, @Nullable UnitLine rate) {
    return rests(text, Part.SCALE)
        .flatMap(
            scaled -> {
              UnitParts unit = SPELLINGS.get(scaled.text());
              if (unit == null || (unit.scale != null && scaled.part() != null)) {
                return Stream.empty();
              }
              UnitLine scale = unit.scale == null ? scaled.part() : unit.scale;
              return Stream.of(new UnitParts(scale, unit.base, substance, rate));
            });
  }

  private static Stream<Rest> rests(String text, Part part) {
    List<Rest> rests = new ArrayList<>(List.of(new Rest(text, null)));
    for (UnitLine line : UnitLine.of(part)) {
      for (String spelling : line.spellings()) {
        if (part == Part.SCALE && text.startsWith(spelling)) {
          rests.add(new Rest(text.substring(spelling.length()), line));
        } else if (part != Part.SCALE && text.endsWith(spelling)) {
          rests.add(new Rest(text.substring(0, text.length() - spelling.length()), line));
        }
      }
    }
    return rests.stream();
  }

  static Stream<UnitParts> all() {
    return UnitLine.of(Part.UNIT).stream()
        .flatMap(
            base ->
                optional(Part.SCALE)
                    .flatMap(
                        scale ->
                            optional(Part.SUBSTANCE)
                                .flatMap(of -> rated(scale.part(), base, of.part()))))
        .filter(UnitParts::fit);
  }

  private static Stream<UnitParts> rated(
      @Nullable UnitLine scale, UnitLine base, @Nullable UnitLine substance) {
    return optional(Part.RATE).map(rate -> new UnitParts(scale, base, substance, rate.part()));
  }

  private static Stream<Rest> optional(Part part) {
    return Stream.concat(
        Stream.of(new Rest("", null)), UnitLine.of(part).stream().map(line -> new Rest("", line)));
  }

  /**
   * Whether these parts go together: nobody weighs money in CO₂, or counts millions of per cent.
   */
  private boolean fit() {
    boolean weighed = substance == null || substance.measure().equals(base.measure());
    return weighed && (scale == null || !UNSCALED.contains(base.measure()));
  }

  Unit unit() {
    Text words = text(' ', base.many());
    Text counted = base.isSign() ? text(NO_BREAK_SPACE, new Text(base.symbol(), null)) : words;
    return new Unit(
        joined(' ', name(scale), base.name(), name(substance), name(rate)),
        joined(' ', base.measure(), name(substance), name(rate)),
        scale == null ? base.factor() : base.factor().multiply(scale.factor()),
        base.isSign() || scale != null ? counted : text(' ', base.one()),
        counted,
        words);
  }

  private Text text(char space, Text unit) {
    return new Text(text(space, unit, Language.DE), text(space, unit, Language.EN));
  }

  private String text(char space, Text unit, Language language) {
    boolean sign = space == NO_BREAK_SPACE;
    String of = sign ? name(substance) : words(substance, language);
    String what = joined(space, words(scale, language), unit.in(language), of);
    return joined(' ', what, words(rate, language));
  }

  private static @Nullable String name(@Nullable UnitLine part) {
    return part == null ? null : part.name();
  }

  private static @Nullable String words(@Nullable UnitLine part, Language language) {
    return part == null ? null : part.many().in(language);
  }

  private static String joined(char space, @Nullable String... parts) {
    return Stream.of(parts)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(String.valueOf(space)));
  }
}
