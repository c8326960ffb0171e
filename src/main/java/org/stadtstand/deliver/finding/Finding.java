package org.stadtstand.deliver.finding;

import java.util.Arrays;
import java.util.Comparator;
import org.stadtstand.ground.text.InvisibleCharacters;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;

/**
 * Something the publisher should know about a delivery, with its place and a sentence.
 *
 * @param folder the folder of the delivery, as its publisher knows it
 * @param rule the stable code of the rule
 */
public record Finding(
    FindingLevel level, Stage stage, String folder, FindingPlace place, String rule, Text sentence)
    implements Comparable<Finding> {

  private static final int LONGEST_VALUE = 200;

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::folder)
          .thenComparing(Finding::place)
          .thenComparing(Finding::level)
          .thenComparing(Finding::rule)
          .thenComparing(finding -> finding.sentence().de());

  static Finding of(Rule rule, String folder, FindingPlace place, Object... values) {
    Text filled = new Text(filled(rule, Language.DE, values), filled(rule, Language.EN, values));
    Rule.RuleText wording = rule.wording();
    return new Finding(wording.level(), wording.stage(), folder, place, rule.code(), filled);
  }

  private static String filled(Rule rule, Language language, Object... values) {
    Object[] shown = Arrays.stream(values).map(value -> shown(value, language)).toArray();
    return rule.wording().sentence().in(language).formatted(shown);
  }

  /** The same as a note, with the reason why its publisher means it. */
  Finding acknowledged(String reason) {
    String shown = shown(reason, Language.DE);
    Text noted =
        new Text(
            sentence.in(Language.DE) + " Bestätigt: " + shown,
            sentence.in(Language.EN) + " Acknowledged: " + shown);
    return new Finding(FindingLevel.INFO, stage, folder, place, rule, noted);
  }

  private static String shown(Object value, Language language) {
    if (value instanceof Text text) {
      return text.in(language);
    }
    String text = InvisibleCharacters.shown(String.valueOf(value).replaceAll("\\s+", " "));
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  /** The finding as a single line for a log or a terminal. */
  public String line(Language language) {
    return "%s %s/%s [%s] %s"
        .formatted(level.label(language), folder, place, rule, sentence.in(language));
  }
}
