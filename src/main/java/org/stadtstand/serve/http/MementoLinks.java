package org.stadtstand.serve.http;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.stadtstand.record.time.Release;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.request.HttpDate;

/**
 * How a question, its states and what finds them name each other (RFC 7089).
 *
 * @param base the server's path or whole address
 * @param asked the question and the form of its answer; a state in it does not count
 * @param query the parameters, which hold for each state alike
 */
record MementoLinks(String base, LinkAddress asked, @Nullable String query) {

  static final String GATE = "/zeit/";
  static final String MAP_TYPE = "application/link-format";

  /** When a state became known, in the seconds of HTTP: to ask for exactly that must find it. */
  static Instant moment(Release release) {
    return release.knownFrom().toInstant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Says when a state became known, and where the others are. */
  void describe(Release release, HttpServletResponse response) {
    response.setHeader("Memento-Datetime", date(release));
    response.addHeader(
        HttpHeaders.LINK,
        "%s, <%s>; rel=\"timegate\", %s".formatted(original(), gate(), mapped("timemap")));
  }

  private static String date(Release release) {
    return HttpDate.of(moment(release));
  }

  String memento(Release release) {
    String state = release.place().key() + "." + release.number();
    return base + LinkAddress.ROOT + asked.name() + "@" + state + suffix() + parameters();
  }

  /** The header {@code Link} of the gate. */
  String ofGate() {
    return original() + ", " + mapped("timemap");
  }

  /** A TimeMap: every state with its moment, oldest first. */
  String map(List<Release> known) {
    StringJoiner map = new StringJoiner(",\n", "", "\n");
    map.add(original());
    map.add(
        "%s; from=\"%s\"; until=\"%s\""
            .formatted(mapped("self"), date(known.getFirst()), date(known.getLast())));
    map.add("<%s>; rel=\"timegate\"".formatted(gate()));
    for (Release release : known) {
      String first = release.equals(known.getFirst()) ? "first " : "";
      String last = release.equals(known.getLast()) ? "last " : "";
      map.add(
          "<%s>; rel=\"%s%smemento\"; datetime=\"%s\""
              .formatted(memento(release), first, last, date(release)));
    }
    return map.toString();
  }

  private String original() {
    return "<%s>; rel=\"original\""
        .formatted(base + LinkAddress.ROOT + asked.name() + suffix() + parameters());
  }

  private String gate() {
    return base + GATE + asked.name() + suffix() + parameters();
  }

  private String mapped(String relation) {
    return "<%s%s%s%s/karte%s>; rel=\"%s\"; type=\"%s\""
        .formatted(base, GATE, asked.name(), suffix(), parameters(), relation, MAP_TYPE);
  }

  private String suffix() {
    return asked.suffix() == null ? "" : "." + asked.suffix();
  }

  private String parameters() {
    return query == null ? "" : "?" + query;
  }
}
