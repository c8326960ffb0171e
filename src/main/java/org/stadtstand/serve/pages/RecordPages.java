package org.stadtstand.serve.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.response.Response;
import org.stadtstand.serve.response.ResponseHandler;

/**
 * The addresses of a city's pages: {@code /duesseldorf/ziele/inf-1}, and the same below {@code /en}
 * in English. The parameter {@code am} shows what was known on a day, {@code nach} continues a
 * list, and those of {@link ListForm} narrow it; others are left alone, because links collect them
 * on their way.
 */
@Controller
class RecordPages {

  /** Whatever the server's own addresses and files do not begin with. */
  private static final String CITY =
      "/{city:(?!(?:q|en|staedte|data|docs|graphiql|graphql|actuator|error)$)"
          + "(?!.*\\.(?:css|js|svg|ico|txt|xml|graphqls)$)[a-z0-9][a-z0-9._-]*}";

  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT),
          DateTimeFormatter.ISO_LOCAL_DATE);

  private final ReleaseDirectory releases;
  private final PageWriter writer;
  private final ResponseHandler handler;

  RecordPages(ReleaseDirectory releases, PageWriter writer, ResponseHandler handler) {
    this.releases = releases;
    this.writer = writer;
    this.handler = handler;
  }

  @GetMapping({CITY, "/en" + CITY})
  void city(@PathVariable String city, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(city, "", "", request, response);
  }

  @GetMapping({CITY + "/{area}", "/en" + CITY + "/{area}"})
  void area(
      @PathVariable String city,
      @PathVariable String area,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    send(city, area, "", request, response);
  }

  @GetMapping({CITY + "/{area}/{key}", "/en" + CITY + "/{area}/{key}"})
  void record(
      @PathVariable String city,
      @PathVariable String area,
      @PathVariable String key,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    send(city, area, key, request, response);
  }

  private void send(
      String city,
      String area,
      String key,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    MunicipalityRef place = place(city, response);
    Language language = request.getServletPath().startsWith("/en/") ? Language.EN : Language.DE;
    Optional<PageKind> kind = PageKind.of(area, key);
    PageAddress present = PageAddress.plain(place, kind.orElse(PageKind.CITY), key, language);
    if (kind.isEmpty()) {
      PageAddress home = PageAddress.plain(place, PageKind.CITY, "", language);
      refuse(home, PageFault.unknownAddress(language), request, response);
    } else if (!place.key().equals(city) || !present.equals(present.ordered())) {
      String query = request.getQueryString();
      String path = request.getContextPath() + present.ordered().path();
      response.sendRedirect(query == null ? path : path + "?" + query, 301);
    } else {
      send(present, "", request, response);
    }
  }

  /**
   * Sends a page as the request's parameters choose it.
   *
   * @param vary further request headers that it depends on, if any
   */
  void send(
      PageAddress present, String vary, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String day = request.getParameter("am");
    LocalDate knownAt = day == null || day.isBlank() ? null : day(day.strip());
    if (day != null && !day.isBlank() && knownAt == null) {
      refuse(present, PageFault.badDay(present), request, response);
      return;
    }
    Optional<ListChoice> choice =
        ListChoice.read(ListForm.of(present.kind()), request.getParameterMap());
    if (choice.isEmpty()) {
      refuse(present, PageFault.badChoice(present), request, response);
      return;
    }
    PageAddress asked = present.at(knownAt).with(choice.get());
    RecordPage page = new RecordPage(writer, asked, request.getContextPath());
    Response answer = handler.ask(request, writer.question(asked), page);
    handler.send(request, response, answer, vary);
  }

  private void refuse(
      PageAddress address,
      PageFault fault,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    RecordPage page = new RecordPage(writer, address, request.getContextPath());
    Representation refusal = writer.fault(page, fault);
    handler.send(request, response, Response.once(refusal), "");
  }

  /** A day that has come, as people or programs write it; null if the text is no such day. */
  private @Nullable LocalDate day(String written) {
    for (DateTimeFormatter form : DAYS) {
      try {
        LocalDate day = LocalDate.parse(written, form);
        return day.isAfter(releases.present().today()) ? null : day;
      } catch (DateTimeException e) {
        // It may be written in the other form; if it is in neither, the page says so.
        continue;
      }
    }
    return null;
  }

  /** While a city's first package is read, its pages are late, not missing. */
  private MunicipalityRef place(String city, HttpServletResponse response) {
    try {
      return releases.present().named(city);
    } catch (ApiError unknown) {
      ErrorCode code = unknown.code();
      if (code.retryAfter() > 0) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(code.retryAfter()));
      }
      throw new ResponseStatusException(
          HttpStatusCode.valueOf(code.status()), unknown.sentence(), unknown);
    }
  }
}
