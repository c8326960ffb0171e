package org.stadtstand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtstand.city.evidence.Nature;
import org.stadtstand.city.evidence.SourceKind;

/**
 * Reads texts as an editor does who knows the rows they were made of: a day must be known, what is
 * in quotation marks must have been said, words must read as one phrase that a native would write,
 * a link in a file must be one that can be opened.
 *
 * @param known the days that the rows, or the question, name as exactly known
 * @param bounds the first and last days of what is known less exactly
 * @param paraphrases what somebody said in other words
 */
record Proofreader(Set<LocalDate> known, Set<LocalDate> bounds, List<String> paraphrases) {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez");
  private static final Map<String, String> ENGLISH =
      Map.of("mar", "mär", "may", "mai", "oct", "okt", "dec", "dez");

  private static final Pattern WRITTEN =
      Pattern.compile("(?<!\\d)(\\d{1,2})\\.? (\\p{L}{3})\\p{L}*\\.? (\\d{4})(?!\\d)");
  private static final Pattern SHORT = Pattern.compile("(?<!\\d)(\\d\\d)\\.(\\d\\d)\\.(\\d{4})");

  /** No part of a key, an address or a moment. */
  private static final Pattern ISO =
      Pattern.compile("(?<![\\w@-])(\\d{4})-(\\d\\d)-(\\d\\d)(?![\\w-])");

  /** What makes a day the last possible one, or one of two. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(spätestens( am| ab dem)?|no later than|on or before|by|zwischen dem|zwischen dem"
              + " .{1,40} und dem|between|between .{1,40} and|\\.\\.|\\d)[ /]\\z");

  private static final Pattern AFTER = Pattern.compile("\\A( at the latest|/\\d)");

  /** Words that begin with a capital where they stand alone, inside a phrase. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?<=[(;,] ?|\\p{Ll} )(%s)(?!\\p{L})"
              .formatted(
                  Stream.concat(Arrays.stream(Nature.values()), Arrays.stream(SourceKind.values()))
                      .filter(choice -> !choice.text().equals(choice.phrase()))
                      .map(choice -> Pattern.quote(choice.text().de()))
                      .collect(Collectors.joining("|"))));

  /** What no native writes: prepositions and adjectives that change, words said twice. */
  private static final Pattern CLUMSY =
      Pattern.compile(
          "\\b(am|ab|bis|von|on|to|from|by|vollständig|complete) (neu angegeben|now"
              + " given|geändert|changed|berichtigt|corrected)|verschoben (von|.{1,60} auf)"
              + " \\d{1,2}\\.|geändert von .* – .*geändert\\.|changed from .* –"
              + " changed\\b|\\b(\\p{L}{4,}), \\4\\b");

  private static final Pattern LINK = Pattern.compile("/q/[~\\w]");

  /** What an editor would strike out. */
  List<String> faults(String text) {
    List<String> faults = new ArrayList<>();
    Matcher written = WRITTEN.matcher(text);
    while (written.find()) {
      String name = written.group(2).toLowerCase(java.util.Locale.ROOT);
      int month = MONTHS.indexOf(ENGLISH.getOrDefault(name, name)) + 1;
      if (month > 0) {
        look(text, written, day(written.group(3), month, written.group(1)), faults);
      }
    }
    Matcher brief = SHORT.matcher(text);
    while (brief.find()) {
      LocalDate day = day(brief.group(3), Integer.parseInt(brief.group(2)), brief.group(1));
      look(text, brief, day, faults);
    }
    Matcher iso = ISO.matcher(text);
    while (iso.find()) {
      look(text, iso, day(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3)), faults);
    }
    Matcher label = LABEL.matcher(text);
    while (label.find()) {
      faults.add("the label " + label.group() + " in the middle of a phrase: " + text);
    }
    Matcher clumsy = CLUMSY.matcher(text);
    while (clumsy.find()) {
      faults.add("nobody writes " + clumsy.group() + ": " + text);
    }
    paraphrases.stream()
        .filter(words -> isQuoted(text, words))
        .forEach(words -> faults.add("quotes a paraphrase: " + text));
    return faults;
  }

  /**
   * What an editor would strike out of a file, which is read without the page it came from.
   *
   * @param host the address of the server that wrote it
   */
  List<String> faultsOfFile(String host, String text) {
    List<String> faults = faults(text);
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      if (!text.substring(0, link.start()).endsWith(host)) {
        faults.add("a link without its host: " + text);
      }
    }
    return faults;
  }

  /** Whether a day that stands alone, beside no precision, is one that is known. */
  boolean isKnown(LocalDate day) {
    return known.contains(day);
  }

  private void look(String text, Matcher found, LocalDate day, List<String> faults) {
    boolean hedged =
        bounds.contains(day)
            && (BEFORE
                    .matcher(text.substring(Math.max(0, found.start() - 80), found.start()))
                    .find()
                || AFTER.matcher(text.substring(found.end())).find());
    if (!known.contains(day) && !hedged) {
      faults.add("nobody knows the day " + found.group() + ": " + text);
    }
  }

  private static LocalDate day(String year, int month, String day) {
    return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
  }

  /** Whether quotation marks are open where the words begin. */
  private static boolean isQuoted(String text, String words) {
    int found = text.indexOf(words);
    while (found >= 0) {
      if (isOpen(text.substring(0, found))) {
        return true;
      }
      found = text.indexOf(words, found + 1);
    }
    return false;
  }

  /** The mark that ends a German quotation begins an English one. */
  private static boolean isOpen(String before) {
    boolean open = false;
    for (char mark : before.toCharArray()) {
      switch (mark) {
        case '„', '«' -> open = true;
        case '“', '"' -> open = !open;
        case '”', '»' -> open = false;
        default -> {
          // Any other letter leaves it as it is.
        }
      }
    }
    return open;
  }
}
