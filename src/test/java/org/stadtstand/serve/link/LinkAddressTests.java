package org.stadtstand.serve.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** The address of a link is parsed, or refused with what is wrong in it. */
class LinkAddressTests {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

  @Test
  void readsEachForm() {
    assertThat(LinkAddress.read("ziele-2025"))
        .isEqualTo(new LinkAddress("ziele-2025", null, null, null, null));
    assertThat(LinkAddress.read("ziele-2025.csl.json"))
        .isEqualTo(new LinkAddress("ziele-2025", null, null, null, "csl.json"));
    assertThat(LinkAddress.read("ziele-2025@4"))
        .isEqualTo(new LinkAddress("ziele-2025", null, 4, null, null));
    assertThat(LinkAddress.read("ziele-2025@4.csv"))
        .isEqualTo(new LinkAddress("ziele-2025", null, 4, null, "csv"));
    assertThat(LinkAddress.read("~eJw_-@4_2026-01-31.xlsx"))
        .isEqualTo(new LinkAddress("~eJw_-", null, 4, DAY, "xlsx"));
    assertThat(LinkAddress.read("abc@duesseldorf.4_2026-01-31"))
        .isEqualTo(new LinkAddress("abc", "duesseldorf", 4, DAY, null));
    assertThat(LinkAddress.read("abc@05111000.4.html"))
        .isEqualTo(new LinkAddress("abc", "05111000", 4, null, "html"));
    assertThat(LinkAddress.read("abc@a.city_of-2.x.4.html"))
        .isEqualTo(new LinkAddress("abc", "a.city_of-2.x", 4, null, "html"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@4",
        "ziele@",
        "ziele@x",
        "ziele@-1",
        "ziele@4_",
        "ziele@4_2026",
        "ziele@4_2026-1-31",
        "ziele@4@5",
        "ziele@4_2026-02-30",
        "ziele@4_2026-13-01",
        "ziele@4_0000-00-00",
        "ziele@1234567890",
        "ziele@04",
        "ziele@00",
        "ziele@duesseldorf.04_2026-01-31",
        "ziele@.4",
        "ziele.",
        "ziele..csv",
        "ziele.1",
        "Ziele",
        "~",
        "~a b",
        "~a+b",
        "ziele\n",
        "../x",
        "ziele@4 ",
        "-ziele",
        "ziele@٤"
      })
  void refusesWhatIsNone(String address) {
    assertThatThrownBy(() -> LinkAddress.read(address))
        .isInstanceOfSatisfying(
            ApiError.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.BAD_LINK));
  }
}
