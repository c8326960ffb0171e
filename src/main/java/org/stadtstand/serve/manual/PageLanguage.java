package org.stadtstand.serve.manual;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a page, for {@code Content-Language}: German, unless its handler or its address
 * says otherwise. Spring would name the one that the caller prefers, or else that of the machine.
 */
final class PageLanguage implements LocaleResolver {

  private static final String LANGUAGE = PageLanguage.class.getName();

  static void set(HttpServletRequest request, Locale language) {
    request.setAttribute(LANGUAGE, language);
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    if (request.getAttribute(LANGUAGE) instanceof Locale language) {
      return language;
    }
    // Links to answers have no address of their own in English.
    return "en".equals(request.getParameter("lang")) ? Locale.ENGLISH : Locale.GERMAN;
  }

  @Override
  public void setLocale(
      HttpServletRequest request,
      @Nullable HttpServletResponse response,
      @Nullable Locale language) {
    throw new UnsupportedOperationException("A page has one language.");
  }
}
