package org.stadtstand.serve.bulk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.Basis;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.record.time.StateRequest;

/**
 * The published state that a file below {@code /data} shows.
 *
 * @param release null before the first one
 * @param basis lasting if the address names the release, because the file then never changes
 * @param changed when it was published, or something was withheld from it, whichever was later
 */
public record DataState(
    MunicipalityRef place, @Nullable Release release, Basis basis, Instant changed) {

  public static DataState of(
      ReleaseDirectory releases, @Nullable String municipality, @Nullable Integer number) {
    StateRequest asked = new StateRequest(municipality, null);
    Present present = releases.present();
    BasisRecorder recorder = new BasisRecorder(present);
    // The key is looked up without the recorder: using the default municipality must not make a
    // named state rest on the present.
    Pin pin =
        number == null
            ? recorder.pin(asked)
            : recorder.pinned(present.pin(asked).place().key(), number, present.today());
    Release release = present.release(pin.release()).orElse(null);
    Instant published = release == null ? Instant.EPOCH : release.publishedAt().toInstant();
    Instant withheld = present.withheldAt(pin.place());
    return new DataState(
        pin.place(), release, recorder.basis(), withheld.isAfter(published) ? withheld : published);
  }

  /** The release's id; 0 before the first one. */
  public int id() {
    return release == null ? 0 : release.id();
  }

  public int number() {
    return release == null ? 0 : release.number();
  }

  /** The municipality's key, encoded for an address. */
  String encodedPlace() {
    return URLEncoder.encode(place.key(), StandardCharsets.UTF_8);
  }
}
