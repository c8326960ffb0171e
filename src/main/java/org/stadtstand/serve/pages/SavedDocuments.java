package org.stadtstand.serve.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;

/** The GraphQL documents that the pages ask, each in a file of its own below {@code pages/}. */
final class SavedDocuments {

  private static final Map<String, String> READ = new ConcurrentHashMap<>();

  private SavedDocuments() {}

  static String read(String name) {
    return READ.computeIfAbsent(name, SavedDocuments::text);
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
