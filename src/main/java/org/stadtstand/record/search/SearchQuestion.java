package org.stadtstand.record.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * What is searched for: words that must all be found in a record, in whichever of its texts. It
 * checks itself.
 */
public record SearchQuestion(List<Term> terms) {

  static final int MOST_CHARACTERS = 200;
  static final int MOST_WORDS = 8;

  private static final Pattern MARKS = Pattern.compile("[„“”«»]");
  private static final Pattern PIECE = Pattern.compile("([-−–]?)\"([^\"]*)\"|([^\\s\"]+)");

  /** Word processors make another dash of the one on the keyboard. */
  private static final Pattern MINUS = Pattern.compile("^[-−–]");

  /**
   * A part of the question.
   *
   * @param words one, or those of a phrase in their order
   * @param phrase whether they must stand like this, one after the other
   * @param excluded whether records are left out in which it is found
   */
  public record Term(List<String> words, boolean phrase, boolean excluded) {

    /** Its words, each with how far a published word may be from it. */
    List<SearchWord> asked() {
      return words.stream()
          .map(word -> new SearchWord(word, phrase, !phrase && !excluded))
          .toList();
    }

    @Override
    public String toString() {
      String said = String.join(" ", words);
      return (excluded ? "-" : "") + (phrase ? '"' + said + '"' : said);
    }
  }

  /**
   * A word of the question.
   *
   * @param whole whether a beginning or a part will not do
   * @param mayBeMistyped whether one letter may be wrong if nobody ever wrote it
   */
  record SearchWord(String word, boolean whole, boolean mayBeMistyped) {

    @Nullable Closeness closeness(String other) {
      Closeness close = Closeness.of(word, other);
      return whole && close != null && close.compareTo(Closeness.WHOLE_FOLDED) > 0 ? null : close;
    }
  }

  public SearchQuestion {
    if (terms.stream().allMatch(Term::excluded)) {
      throw terms.isEmpty()
          ? refused("There is no word in the text.", "Search for at least one word of two letters.")
          : refused(
              "All words of the text have a minus, which only leaves out.",
              "Add a word that is to be found.");
    }
    int words = terms.stream().mapToInt(term -> term.words().size()).sum();
    if (words > MOST_WORDS) {
      throw refused(
          "The text has %d words, and at most %d are searched for.".formatted(words, MOST_WORDS),
          "Leave out those that say least.");
    }
  }

  /** Reads words, "phrases" and -words. */
  public static SearchQuestion of(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw refused(
          "The text has %d characters, and at most %d are read."
              .formatted(text.length(), MOST_CHARACTERS),
          "Leave out the words that say least.");
    }
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("\"");
    if (plain.chars().filter(c -> c == '"').count() % 2 == 1) {
      throw refused(
          "The quotation marks of the text do not close.",
          "Put a quotation mark on both sides of the phrase, or leave it out.");
    }
    List<Term> terms = new ArrayList<>();
    Matcher piece = PIECE.matcher(plain);
    while (piece.find()) {
      String word = piece.group(3);
      terms.addAll(
          word == null
              ? phrase(words(piece.group(2)), !piece.group(1).isEmpty())
              : single(word, MINUS.matcher(word).find()));
    }
    return new SearchQuestion(terms);
  }

  private static List<Term> phrase(List<String> words, boolean excluded) {
    if (words.isEmpty()) {
      return List.of();
    }
    refuseLetter(String.join("", words));
    return List.of(new Term(words, true, excluded));
  }

  /** Of what is written with hyphens, such as E-Akte, single letters say nothing. */
  private static List<Term> single(String piece, boolean excluded) {
    List<String> words = words(piece);
    if (words.size() == 1) {
      refuseLetter(words.getFirst());
    }
    List<String> said = words.stream().filter(word -> !isLetter(word)).toList();
    return said.size() > 1 && excluded
        ? List.of(new Term(words, true, true))
        : said.stream().map(word -> new Term(List.of(word), false, excluded)).toList();
  }

  private static List<String> words(String piece) {
    return WrittenWord.of(piece).stream().map(WrittenWord::word).toList();
  }

  private static boolean isLetter(String word) {
    return word.codePointCount(0, word.length()) < 2;
  }

  private static void refuseLetter(String word) {
    if (isLetter(word)) {
      throw refused(
          "“%s” is a single character, which is in nearly every text.".formatted(word),
          "Search for words of at least two letters.");
    }
  }

  private static ApiError refused(String sentence, String hint) {
    return new ApiError(ErrorCode.BAD_SEARCH, sentence, hint);
  }
}
