package org.stadtstand.ground.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the word that someone probably meant. */
public final class Nearest {

  private Nearest() {}

  public static String to(String word, Collection<String> words) {
    String sought = word.toLowerCase(Locale.ROOT);
    return words.stream()
        .min(Comparator.comparingInt(other -> distance(sought, other.toLowerCase(Locale.ROOT))))
        .orElse("");
  }

  /** The number of letters to change, add or drop (Levenshtein). */
  static int distance(String a, String b) {
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = last[0];
      last[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = last[j];
        last[j] = Math.min(changed, Math.min(last[j], last[j - 1]) + 1);
      }
    }
    return last[b.length()];
  }
}
