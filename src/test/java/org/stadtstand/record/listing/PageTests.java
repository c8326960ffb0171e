package org.stadtstand.record.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** Paging arguments become one page, or are rejected. */
class PageTests {

  @Test
  void hasFiftyRowsWhereNothingIsAsked() {
    assertThat(Page.of(null, null, null, null).size()).isEqualTo(50);
  }

  @Test
  void lastAsksForTheEnd() {
    assertThat(Page.of(null, null, 5, null).backward()).isTrue();
  }

  @Test
  void nothingIsAPageToo() {
    assertThat(Page.of(0, null, null, null).size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 201, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void refusesAnImpossibleSize(int size) {
    assertThatThrownBy(() -> Page.of(size, null, null, null))
        .isInstanceOfSatisfying(
            ApiError.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.BAD_PAGE));
    assertThatThrownBy(() -> Page.of(null, null, size, null)).isInstanceOf(ApiError.class);
  }

  @Test
  void refusesBothEnds() {
    assertThatThrownBy(() -> Page.of(1, null, 1, null)).isInstanceOf(ApiError.class);
  }
}
