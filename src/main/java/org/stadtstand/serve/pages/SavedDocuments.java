package org.stadtstand.serve.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * The GraphQL documents that the pages ask, each in a file of its own below {@code pages/}. What
 * several of them select in the same way stands once, in {@code city/fragmente}.
 */
public final class SavedDocuments {

  private static final Pattern FRAGMENT = Pattern.compile("(?ms)^fragment (\\w+) on .*?^}");
  private static final Pattern SPREAD = Pattern.compile("\\.\\.\\.(\\w+)");

  private static final Map<String, String> SHARED = shared();
  private static final Map<String, String> READ = new ConcurrentHashMap<>();

  private SavedDocuments() {}

  /** A document by the name of its file. */
  public static String read(String name) {
    return READ.computeIfAbsent(name, each -> withFragments(text(each)));
  }

  /**
   * The document with the shared fragments that it uses; GraphQL refuses any others, and two of one
   * name, so that one of the document's own takes the place of a shared one.
   */
  private static String withFragments(String document) {
    Map<String, String> offered = new TreeMap<>(SHARED);
    FRAGMENT.matcher(document).results().forEach(own -> offered.remove(own.group(1)));
    Map<String, String> used = new TreeMap<>();
    collect(document, offered, used);
    return String.join("\n\n", document, String.join("\n\n", used.values())).strip();
  }

  private static void collect(String text, Map<String, String> offered, Map<String, String> used) {
    Matcher spread = SPREAD.matcher(text);
    while (spread.find()) {
      String fragment = offered.get(spread.group(1));
      if (fragment != null && used.put(spread.group(1), fragment) == null) {
        collect(fragment, offered, used);
      }
    }
  }

  private static Map<String, String> shared() {
    Map<String, String> fragments = new TreeMap<>();
    Matcher each = FRAGMENT.matcher(text("city/fragmente"));
    while (each.find()) {
      fragments.put(each.group(1), each.group());
    }
    return Map.copyOf(fragments);
  }

  private static String text(String name) {
    try {
      return new ClassPathResource("pages/" + name + ".graphql")
          .getContentAsString(StandardCharsets.UTF_8)
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException("A page's question is missing: " + name, e);
    }
  }
}
