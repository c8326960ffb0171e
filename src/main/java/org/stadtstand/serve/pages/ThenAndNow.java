package org.stadtstand.serve.pages;

import com.samskivert.mustache.Escapers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Marks what differs between the two states that a page puts side by side, down to the word, so
 * that the marker stands on nothing else. Beside each field {@code x} of both stands {@code
 * xChanged}, and beside a text {@code xMarked}, its markup.
 */
final class ThenAndNow {

  private ThenAndNow() {}

  static void mark(Map<String, @Nullable Object> page) {
    Object then = page.get("then");
    Object now = page.get("now");
    // A record that is missing on one side is no reason to mark everything on the other.
    if (then instanceof Map<?, ?> earlier) {
      page.put("then", marked(earlier, now instanceof Map<?, ?> later ? later : earlier));
    }
    if (now instanceof Map<?, ?> later) {
      page.put("now", marked(later, then instanceof Map<?, ?> earlier ? earlier : later));
    }
    page.put("thenDiffers", !Objects.equals(then, now));
  }

  private static Map<String, @Nullable Object> marked(Map<?, ?> state, Map<?, ?> other) {
    Map<String, @Nullable Object> marked = new HashMap<>();
    state.forEach(
        (field, value) -> {
          String name = String.valueOf(field);
          Object against = other.get(name);
          marked.put(name, value);
          marked.put(name + "Changed", !Objects.equals(value, against));
          if (value == null || value instanceof String) {
            marked.put(name + "Marked", marked(words(value), words(against)));
          }
        });
    return marked;
  }

  /** A value that is not there is shown as a dash, and that it came or went is a change, too. */
  private static String[] words(@Nullable Object value) {
    return (value == null ? "–" : value.toString()).split(" ", -1);
  }

  /** The words that are no part of the longest common sequence get the marker. */
  private static String marked(String[] words, String[] others) {
    int[][] common = new int[words.length + 1][others.length + 1];
    for (int i = words.length - 1; i >= 0; i--) {
      for (int j = others.length - 1; j >= 0; j--) {
        common[i][j] =
            words[i].equals(others[j])
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    Deque<String> written = new ArrayDeque<>();
    int j = 0;
    for (int i = 0; i < words.length; i++) {
      while (j < others.length && !words[i].equals(others[j]) && common[i][j + 1] == common[i][j]) {
        j++;
      }
      boolean kept = j < others.length && words[i].equals(others[j]);
      String word = Escapers.HTML.escape(words[i]);
      written.add(kept ? word : "<mark>" + word + "</mark>");
      j += kept ? 1 : 0;
    }
    return String.join(" ", written).replace("</mark> <mark>", " ");
  }
}
