package org.stadtstand.record.search;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.SortKey;

/** How close a published word is to a word asked for, closest first. */
enum Closeness {
  /** It is the same word. */
  WHOLE(10),
  /** It is the same without accents, and with ss for ß. */
  WHOLE_FOLDED(9),
  /** It begins with the word. */
  BEGINNING(6),
  /** It begins with the word without accents, and with ss for ß. */
  BEGINNING_FOLDED(5),
  /** The word is a part of it, such as a member of a compound. */
  PART(3),
  /** The word without accents, and with ss for ß, is a part of it. */
  PART_FOLDED(2),
  /** It is the word but for one letter: another, missing, added, or swapped with the next. */
  MISTYPED(1),
  /** It begins with the word but for one letter. */
  BEGINNING_MISTYPED(1),
  /** It begins with a word that stands in for the mistyped one, or has it as a part. */
  OF_CORRECTION(1);

  /** Shorter words are parts of too many others. */
  static final int LETTERS_OF_A_PART = 4;

  /** Shorter words become too many others by one letter. */
  static final int LETTERS_OF_A_MISTAKE = 5;

  private final int factor;

  Closeness(int factor) {
    this.factor = factor;
  }

  /** By which the weight of the field is multiplied. */
  int factor() {
    return factor;
  }

  /** Whether the published word stands in for the one asked for. */
  boolean isCorrection() {
    return this == MISTYPED || this == BEGINNING_MISTYPED;
  }

  /** How a published word fits what was asked for; null if it does not, or only by mistake. */
  static @Nullable Closeness of(String asked, String word) {
    Closeness exact = of(asked, word, WHOLE, BEGINNING, PART);
    Closeness folded =
        of(SortKey.of(asked), SortKey.of(word), WHOLE_FOLDED, BEGINNING_FOLDED, PART_FOLDED);
    return exact == null || folded != null && folded.factor > exact.factor ? folded : exact;
  }

  private static @Nullable Closeness of(
      String asked, String word, Closeness whole, Closeness beginning, Closeness part) {
    if (word.equals(asked)) {
      return whole;
    }
    if (word.startsWith(asked)) {
      return beginning;
    }
    return asked.length() >= LETTERS_OF_A_PART && word.contains(asked) ? part : null;
  }

  /** How a published word fits what was asked for with one typing error; null if it does not. */
  static @Nullable Closeness mistyped(String asked, String word) {
    String one = SortKey.of(asked);
    String other = SortKey.of(word);
    if (one.length() < LETTERS_OF_A_MISTAKE) {
      return null;
    }
    if (isOneAway(one, other)) {
      return MISTYPED;
    }
    for (int length = one.length() - 1; length <= one.length() + 1; length++) {
      if (length < other.length() && isOneAway(one, other.substring(0, length))) {
        return BEGINNING_MISTYPED;
      }
    }
    return null;
  }

  /** Whether one letter was replaced, left out, added, or swapped with the next. */
  private static boolean isOneAway(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int begin = 0;
    while (begin < most && one.charAt(begin) == other.charAt(begin)) {
      begin++;
    }
    String left = one.substring(begin);
    String right = other.substring(begin);
    return switch (left.length() - right.length()) {
      case 1 -> left.substring(1).equals(right);
      case -1 -> right.substring(1).equals(left);
      case 0 -> !left.isEmpty() && (isReplaced(left, right) || isSwapped(left, right));
      default -> false;
    };
  }

  private static boolean isReplaced(String left, String right) {
    return left.substring(1).equals(right.substring(1));
  }

  private static boolean isSwapped(String left, String right) {
    return left.length() > 1
        && left.charAt(0) == right.charAt(1)
        && left.charAt(1) == right.charAt(0)
        && left.substring(2).equals(right.substring(2));
  }
}
