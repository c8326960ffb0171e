package org.stadtstand.city.publicservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;

/** What a LeiKa key finds: no service, one, or too many. */
class ServiceLookupTests {

  private static final String LEIKA = "99115005104000";

  private static final Pin PIN =
      new Pin(
          new MunicipalityRef(1, "beispiel", "00000000", "000000000000", true),
          1,
          1,
          LocalDate.of(2025, 12, 31),
          true);

  private static PublicService service(String key) {
    return new PublicService(
        2,
        key,
        PIN,
        3,
        new Text(key, null),
        null,
        LEIKA,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void findsTheOnlyOne() {
    PublicService only = service("anmeldung");

    assertThat(ServiceLookup.only(List.of(only), LEIKA)).isSameAs(only);
    assertThat(ServiceLookup.only(List.of(), LEIKA)).isNull();
  }

  @Test
  void namesAllBetweenWhichTheCallerHasToChoose() {
    List<PublicService> two = List.of(service("anmeldung"), service("ummeldung"));

    assertThatExceptionOfType(ApiError.class)
        .isThrownBy(() -> ServiceLookup.only(two, LEIKA))
        .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.AMBIGUOUS))
        .withMessageContaining("anmeldung, ummeldung");
  }
}
