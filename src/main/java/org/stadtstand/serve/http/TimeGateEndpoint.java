package org.stadtstand.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.Release;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.link.LinkedQuestions;
import org.stadtstand.serve.link.PinnedStates;
import org.stadtstand.serve.view.ServerAddresses;

/**
 * A question's states by date (RFC 7089): a TimeGate, which leads to the state that was known at a
 * moment, and a TimeMap, which lists them. The gate has an address of its own: at that of the
 * question every answer would have to depend on one more header, and no cache could keep any.
 */
@Controller
class TimeGateEndpoint {

  private static final String ASKED = "Accept-Datetime";

  private final LinkedQuestions questions;
  private final PinnedStates states;
  private final ServerAddresses addresses;

  TimeGateEndpoint(LinkedQuestions questions, PinnedStates states, ServerAddresses addresses) {
    this.questions = questions;
    this.states = states;
    this.addresses = addresses;
  }

  @GetMapping(MementoLinks.GATE + "{address}")
  void gate(
      @PathVariable String address, HttpServletRequest request, HttpServletResponse response) {
    // Also on a refusal: with another date it would have been another answer.
    response.setHeader(HttpHeaders.VARY, ASKED);
    LinkAddress asked = unpinned(address);
    List<Release> known = known(asked);
    Release chosen = at(known, moment(request.getHeader(ASKED)));
    MementoLinks links =
        new MementoLinks(request.getContextPath(), asked, request.getQueryString());
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader(HttpHeaders.LOCATION, links.memento(chosen));
    response.setHeader(HttpHeaders.LINK, links.ofGate());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  @GetMapping(MementoLinks.GATE + "{address}/karte")
  void map(@PathVariable String address, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LinkAddress asked = unpinned(address);
    MementoLinks links =
        new MementoLinks(addresses.of(request).url(), asked, request.getQueryString());
    byte[] map = links.map(known(asked)).getBytes(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setContentType(MementoLinks.MAP_TYPE);
    response.setContentLength(map.length);
    response.getOutputStream().write(map);
  }

  private static LinkAddress unpinned(String address) {
    LinkAddress asked = LinkAddress.read(address);
    if (asked.number() != null) {
      throw new ApiError(
          ErrorCode.BAD_LINK,
          "This address names a state, which has no other states.",
          "Leave out what follows the @.");
    }
    return asked;
  }

  private List<Release> known(LinkAddress asked) {
    List<Release> known = states.all(questions.find(asked.name()).question());
    if (known.isEmpty()) {
      throw new ApiError(
          ErrorCode.UNKNOWN_RELEASE,
          "Nothing has been published yet that the question is about.",
          "Ask again when there is a release.");
    }
    return known;
  }

  /** Null for the newest. */
  private static @Nullable Instant moment(@Nullable String asked) {
    if (asked == null) {
      return null;
    }
    try {
      // The formatter would also take other zones, which the standard does not.
      if (asked.endsWith(" GMT")) {
        return ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      }
    } catch (DateTimeException wrong) {
      throw refusal();
    }
    throw refusal();
  }

  private static ApiError refusal() {
    return new ApiError(
        ErrorCode.BAD_ARGUMENT,
        "Accept-Datetime holds no date of HTTP.",
        "Write it as Thu, 31 May 2007 20:35:00 GMT.");
  }

  /** The last one that was known by then; before the first one, the first. */
  private static Release at(List<Release> known, @Nullable Instant moment) {
    Release chosen = moment == null ? known.getLast() : known.getFirst();
    for (Release release : known) {
      if (moment != null && !MementoLinks.moment(release).isAfter(moment)) {
        chosen = release;
      }
    }
    return chosen;
  }
}
