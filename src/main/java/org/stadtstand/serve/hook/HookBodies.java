package org.stadtstand.serve.hook;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;

/**
 * What a message says: that something happened, and where to read what. No word of the record is in
 * it, so that nothing has to be taken back from receivers when it is withheld.
 */
record HookBodies(String publicUrl) {

  /** Empty if this server has not heard of it yet. */
  Optional<String> of(HookMessage message, Present present) {
    return present.places().stream()
        .filter(place -> place.key().equals(message.municipality()))
        .findFirst()
        .flatMap(
            place ->
                message.kind() == HookEvent.RELEASE
                    ? release(message, present, place)
                    : redaction(message, place));
  }

  private Optional<String> release(HookMessage message, Present present, MunicipalityRef place) {
    return present.releases(place).stream()
        .filter(release -> release.number() == message.number())
        .findFirst()
        .map(release -> body(message, release.publishedAt(), release(present, release)));
  }

  private Map<String, Object> release(Present present, Release release) {
    String city = release.place().key();
    Map<String, Object> data = data(release.place());
    data.put("number", release.number());
    data.put("kind", release.kind().name());
    data.put("standsFor", release.standsFor().toString());
    data.put("hash", release.seal().hash());
    Integer revoked = release.revokes();
    if (revoked != null) {
      present.release(revoked).ifPresent(other -> data.put("revokes", other.number()));
    }
    data.put(
        "rows",
        Map.of(
            "begun", release.seal().opened(),
            "ended", release.seal().closed(),
            "withdrawn", release.seal().withdrawn()));
    Map<String, String> links = new LinkedHashMap<>();
    links.put("page", link("/%s/stand/%d", city, release.number()));
    links.put("changes", link("/feed/%s/changes.feed.json?until=%d", city, release.number()));
    links.put("package", link("/data/%s/package@%d.zip", city, release.number()));
    data.put("links", links);
    return data;
  }

  private Optional<String> redaction(HookMessage message, MunicipalityRef place) {
    if (place.redactions() < message.number()) {
      return Optional.empty();
    }
    Map<String, Object> data = data(place);
    data.put("entry", message.number());
    data.put("links", Map.of("releases", link("/feed/%s/releases.feed.json", place.key())));
    return Optional.of(body(message, message.notedAt(), data));
  }

  private static Map<String, Object> data(MunicipalityRef place) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("municipality", place.key());
    data.put("ags", place.ags());
    return data;
  }

  private String link(String form, Object... parts) {
    return publicUrl + form.formatted(parts);
  }

  private static String body(HookMessage message, OffsetDateTime moment, Map<String, Object> data) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", message.kind().type());
    body.put(
        "timestamp",
        moment.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toString());
    body.put("data", data);
    return JsonCodec.PLAIN.writeValueAsString(body);
  }
}
