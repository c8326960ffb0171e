package org.stadtstand.serve.discovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.bulk.DataState;
import org.stadtstand.serve.link.NamedQuestion;
import org.stadtstand.serve.link.NamedQuestions;
import org.stadtstand.serve.pages.PageKind;

/**
 * The addresses of all pages that search engines may list: an index, a part for what belongs to no
 * city, and for each city as many as it needs. Invented cities are in none.
 */
@Component
class Sitemap {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String SPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  private static final Pattern PART = Pattern.compile("([a-z0-9._-]+)-([1-9]\\d{0,5})\\.xml");
  private static final String GENERAL = "seiten.xml";

  private final ReleaseDirectory releases;
  private final SitemapRecords records;
  private final NamedQuestions questions;

  Sitemap(ReleaseDirectory releases, SitemapRecords records, NamedQuestions questions) {
    this.releases = releases;
    this.records = records;
    this.questions = questions;
  }

  String index(String base) {
    StringBuilder xml = new StringBuilder(HEAD + "<sitemapindex" + SPACE);
    entry(xml, "sitemap", base + "/sitemap/" + GENERAL, null);
    for (MunicipalityRef place : releases.present().places()) {
      if (!place.demo()) {
        DataState state = DataState.of(releases, place.key(), null);
        for (int part = 1; part <= records.parts(state); part++) {
          String address = "%s/sitemap/%s-%d.xml".formatted(base, place.key(), part);
          entry(xml, "sitemap", address, changed(state));
        }
      }
    }
    return xml.append("</sitemapindex>\n").toString();
  }

  /** A part by its name; refuses one that there is not. */
  String part(String name, String base) {
    if (name.equals(GENERAL)) {
      return written(general(), base, null);
    }
    Matcher form = PART.matcher(name);
    if (form.matches()) {
      for (MunicipalityRef place : releases.present().places()) {
        if (!place.demo() && place.key().equals(form.group(1))) {
          DataState state = DataState.of(releases, place.key(), null);
          int number = Integer.parseInt(form.group(2));
          if (number <= records.parts(state)) {
            return written(paths(state, number), base, changed(state));
          }
        }
      }
    }
    throw new ApiError(
        ErrorCode.NOT_FOUND,
        "There is no part " + name + " of the sitemap.",
        "/sitemap.xml lists the parts there are.");
  }

  private List<String> general() {
    List<String> paths = new ArrayList<>(List.of("", "/staedte", "/docs", "/graphiql"));
    questions.all().stream()
        .filter(question -> !question.demo())
        .map(NamedQuestion::name)
        .map(name -> "/docs/examples/" + name)
        .forEach(paths::add);
    return paths;
  }

  private List<String> paths(DataState state, int number) {
    String city = "/" + state.place().key();
    List<String> paths = new ArrayList<>();
    if (number == 1) {
      Arrays.stream(PageKind.values())
          .filter(PageKind::isList)
          .filter(kind -> kind != PageKind.SEARCH)
          .map(kind -> kind.area().isEmpty() ? city : city + "/" + kind.area())
          .forEach(paths::add);
      for (Release release : releases.present().releases(state.place())) {
        paths.add(city + "/" + PageKind.STATE.area() + "/" + release.number());
      }
    }
    records.part(state, number).forEach(path -> paths.add(city + "/" + path));
    return paths;
  }

  /** Each page in both languages. */
  private static String written(List<String> paths, String base, @Nullable Instant changed) {
    StringBuilder xml = new StringBuilder(HEAD + "<urlset" + SPACE);
    for (String path : paths) {
      entry(xml, "url", base + (path.isEmpty() ? "/" : path), changed);
      entry(xml, "url", base + "/en" + path, changed);
    }
    return xml.append("</urlset>\n").toString();
  }

  private static void entry(
      StringBuilder xml, String element, String address, @Nullable Instant changed) {
    xml.append("<%s><loc>%s</loc>".formatted(element, address.replace("&", "&amp;")));
    if (changed != null) {
      xml.append("<lastmod>").append(changed).append("</lastmod>");
    }
    xml.append("</%s>\n".formatted(element));
  }

  private static @Nullable Instant changed(DataState state) {
    return state.release() == null ? null : state.release().knownFrom().toInstant();
  }
}
