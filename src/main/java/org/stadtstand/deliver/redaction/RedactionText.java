package org.stadtstand.deliver.redaction;

import java.util.List;
import java.util.stream.Collectors;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Noun;
import org.stadtstand.ground.text.Text;

/** What a redaction did, or would do, for whoever ordered it. */
final class RedactionText {

  private static final int SHOWN = 50;

  /** In the case that stands behind “from”. */
  private static final Noun STATES =
      Noun.of(
          "veröffentlichten Zustand",
          "veröffentlichten Zuständen",
          "published state",
          "published states");

  private RedactionText() {}

  static Text done(Redaction.Outcome outcome) {
    Text withheld =
        new Text(
            "Aus %s zurückgehalten.".formatted(STATES.counted(outcome.states(), Language.DE)),
            "Withheld from %s.".formatted(STATES.counted(outcome.states(), Language.EN)));
    Text told = translated(withheld, outcome);
    return outcome.elsewhere().isEmpty() ? told : joined(told, elsewhere(outcome));
  }

  static Text previewed(Redaction.Outcome outcome) {
    String texts = lines(outcome.texts().stream().map("„%s“"::formatted).toList());
    Text would =
        new Text(
            "Vorschau, es ist nichts zurückgehalten. Aus %s ginge:%s"
                .formatted(STATES.counted(outcome.states(), Language.DE), texts),
            "A preview; nothing has been withheld. From %s this would go:%s"
                .formatted(STATES.counted(outcome.states(), Language.EN), texts));
    return joined(translated(would, outcome), elsewhere(outcome));
  }

  private static Text translated(Text first, Redaction.Outcome outcome) {
    String places = lines(outcome.translated().stream().map(String::valueOf).toList());
    return places.isEmpty()
        ? first
        : joined(
            first,
            new Text(
                "In der anderen Sprache steht es weiterhin in:" + places,
                "In the other language it is still published in:" + places));
  }

  private static Text elsewhere(Redaction.Outcome outcome) {
    if (outcome.elsewhere().isEmpty()) {
      return new Text(
          "In keinem anderen Feld stehen dieselben Wörter.",
          "No other field contains the same words.");
    }
    String places = lines(outcome.elsewhere().stream().map(String::valueOf).toList());
    return new Text(
        "Dieselben Wörter stehen weiterhin in:" + places,
        "The same words are still published in:" + places);
  }

  private static String lines(List<String> lines) {
    String shown =
        lines.stream().limit(SHOWN).map(line -> "\n  " + line).collect(Collectors.joining());
    return lines.size() <= SHOWN ? shown : shown + "\n  … (+ " + (lines.size() - SHOWN) + ")";
  }

  private static Text joined(Text first, Text then) {
    return new Text(first.de() + "\n" + then.de(), first.en() + "\n" + then.en());
  }
}
