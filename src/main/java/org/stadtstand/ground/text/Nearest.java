package org.stadtstand.ground.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the name that someone probably meant: misspelt, or in the words of a label. */
public final class Nearest {

  /** One letter in so many may be wrong; beyond that a suggestion misleads. */
  private static final int LETTERS_PER_MISTAKE = 3;

  private static final int NAMED = 40;

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Collection<String> all;

  public Nearest(Collection<String> all) {
    this.all = all;
    all.forEach(name -> called(name, name));
  }

  /** Also finds the name by this label. */
  public void called(String name, String label) {
    names.putIfAbsent(folded(label), name);
  }

  private static String folded(String word) {
    return SortKey.of(word).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** The name that the word is close to. */
  public Optional<String> to(String word) {
    String sought = folded(word);
    String known = names.get(sought);
    return known != null
        ? Optional.of(known)
        : names.keySet().stream()
            .filter(name -> isNear(sought, name))
            .min(Comparator.comparingInt(name -> distance(sought, name)))
            .map(names::get);
  }

  /** What differs in length alone by more is not compared: callers choose how long a word is. */
  private static boolean isNear(String sought, String name) {
    int allowed = allowed(sought, name);
    return Math.abs(sought.length() - name.length()) <= allowed
        && distance(sought, name) <= allowed;
  }

  private static int allowed(String sought, String name) {
    return (Math.min(sought.length(), name.length()) + 1) / LETTERS_PER_MISTAKE;
  }

  /** A sentence with the name that was probably meant or, if none is near, with all of them. */
  public Text hint(String word) {
    return to(word)
        .map(name -> new Text("Meinten Sie „" + name + "“?", "Did you mean “" + name + "”?"))
        .orElseGet(
            () -> {
              String listed = String.join(", ", all.stream().limit(NAMED).toList());
              String rest = all.size() > NAMED ? ", …" : "";
              return new Text("Erlaubt: " + listed + rest + ".", "Allowed: " + listed + rest + ".");
            });
  }

  /** The number of letters to change, add, drop or swap with a neighbour. */
  public static int distance(String a, String b) {
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          distance[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
        least = Math.min(least, distance[i - 1][j - 1] + same);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        distance[i][j] = swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
      }
    }
    return distance[a.length()][b.length()];
  }
}
