package org.stadtstand.serve.manual;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.view.BothLanguages;

/** What every page of the documentation has, whatever it is about. */
final class PageFrame {

  private PageFrame() {}

  /** The frame of a page that is there in both languages, below {@code /en} in English. */
  static Map<String, @Nullable Object> translated(HttpServletRequest request) {
    String path = request.getServletPath();
    Language language = of(path);
    Map<String, @Nullable Object> frame = in(language, request);
    frame.put(
        "translated", language == Language.EN ? path.substring("/en".length()) : "/en" + path);
    frame.put("canonical", path);
    return frame;
  }

  /** The frame of a page that is there in one language only. */
  static Map<String, @Nullable Object> in(Language language, HttpServletRequest request) {
    PageLanguage.set(request, language == Language.DE ? Locale.GERMAN : Locale.ENGLISH);
    Map<String, @Nullable Object> frame = new HashMap<>();
    frame.put("t", BothLanguages.in(language));
    frame.put("de", language == Language.DE);
    frame.put("translated", null);
    frame.put("canonical", null);
    return frame;
  }

  /** The language that an address chooses. */
  static Language of(String path) {
    return path.equals("/en") || path.startsWith("/en/") ? Language.EN : Language.DE;
  }
}
