package org.stadtstand.deliver.checks;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stadtstand.deliver.finding.FindingLevel;
import org.stadtstand.deliver.finding.Rule;
import org.stadtstand.deliver.finding.Stage;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.Text;

/** What no text should contain: addresses of persons, and traces of a wrong encoding. */
public enum DoubtfulText implements Rule {
  /** From where a word begins: to try each of its letters takes hours in a text without blanks. */
  MAIL_ADDRESS(
      "(?<![[:alnum:]._%+-])[[:alnum:]._%+-]+@[[:alnum:]-]+(?:\\.[[:alnum:]-]+)+",
      "In „%s“ steht die Mailadresse „%s“. Veröffentlicht werden Stellen, keine Personen.",
      "“%s” contains the mail address “%s”. Bodies are published, not persons."),
  /** With an area code that is set apart; "0123/2024" is the number of a paper. */
  TELEPHONE_NUMBER(
      "(?<![\\w./-])(?:(?:\\+|00)[1-9][\\d ()/–-]{7,}\\d"
          + "|(?:0[1-9]\\d{1,4}|\\(0[1-9](?: ?\\d){1,4}\\))(?: ?[/–-] ?| )"
          + "(?!(?:19|20)\\d\\d(?:\\D|$))\\d(?:[ –-]?\\d){4,30})(?![\\w/])",
      "In „%s“ steht die Telefonnummer „%s“. Veröffentlicht werden Stellen, keine Personen.",
      "“%s” contains the telephone number “%s”. Bodies are published, not persons."),
  /** Something that is written where there is nothing to write. */
  NOTHING_SAID(
      "^(?:[^[:alnum:]]+|[Nn][Uu][Ll][Ll]|[Nn]/[Aa]|[Kk]\\. ?[Aa]\\.|TODO|TBD|[Xx]{3,})$",
      "In „%s“ steht nur „%s“. Gibt es nichts zu sagen, bleibt das Feld leer.",
      "“%s” says nothing but “%s”. Where there is nothing to say, leave the field empty."),
  /** What a page would show as it stands: nothing here is written in HTML. */
  MARKUP(
      "</?[A-Za-z][A-Za-z0-9]*(?:\\s[^<>]*)?/?>|&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z]{2,8});",
      "In „%s“ steht „%s“ aus HTML; alle lesen es genau so. Texte sind reiner Text.",
      "“%s” contains “%s” of HTML; everybody will read just that. Texts are plain text."),
  /** Two letters around the question mark, and no address: "Gro?projekt", never "index.php?id". */
  LOST_LETTER(
      "(?<![^\\s(„\"])(?:[[:alpha:]]+(?:\\?[[:alpha:]]+)+|\\?[[:lower:]]{2,})"
          + "(?=[\\s.,;:!)“\"/–-]|$)",
      "In „%s“ steht „%s“: Dort ist wohl ein Buchstabe verloren gegangen.",
      "“%s” contains “%s”: a letter was probably lost there.");

  /** SQL for what is found in {@code text}: a row for each rule, which may find nothing. */
  static final String FOUND =
      Arrays.stream(values())
          .map(rule -> rule.found)
          .collect(Collectors.joining(", ", "(values ", ") f (rule, found)"));

  /** True of all texts with a finding and few others, and much sooner known. */
  static final String SUSPECT =
      "(length({text}) < 7 or {text} !~ '[[:alnum:]]' or {text} like '%@%' or {text} like '%?%' or"
          + " {text} like '%<%>%' or {text} like '%&%;%' or"
          + " {text} ~ '\\d[ \\d()/–-]{5,}\\d')";

  private final String found;
  private final Pattern pattern;
  private final RuleText wording;

  DoubtfulText(String pattern, String de, String en) {
    this.found =
        new Template("('{rule}', (regexp_match(text, '{pattern}'))[1])")
            .with("rule", name())
            .with("pattern", pattern)
            .sql();
    this.pattern =
        Pattern.compile(
            pattern
                .replace("[:alnum:]", "\\p{L}\\p{N}")
                .replace("[:alpha:]", "\\p{L}")
                .replace("[:lower:]", "\\p{Ll}")
                // Java would go one call deeper for each repetition, up to the end of its stack.
                .replace(")+", ")++"));
    this.wording = new RuleText(FindingLevel.WARNING, Stage.COMPARISON, new Text(de, en));
  }

  /** Calls back for each rule by which a text that stands in no table is doubtful. */
  static void each(String text, BiConsumer<DoubtfulText, String> found) {
    for (DoubtfulText rule : values()) {
      Matcher matcher = rule.pattern.matcher(text);
      if (matcher.find()) {
        found.accept(rule, matcher.group());
      }
    }
  }

  @Override
  public RuleText wording() {
    return wording;
  }
}
