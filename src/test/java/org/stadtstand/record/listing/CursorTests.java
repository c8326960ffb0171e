package org.stadtstand.record.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** A cursor says where a list continues, and every other list refuses it. */
class CursorTests {

  private static final LocalDate DAY = LocalDate.of(2025, 12, 31);

  @Property
  void saysAgainWhatItWasMadeOf(
      @ForAll("orders") String order,
      @ForAll @IntRange(min = 0) int release,
      @ForAll("values") List<String> values) {
    Cursor cursor = new Cursor(order, release, DAY, values);
    assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
  }

  @Property
  void refusesEveryOtherText(@ForAll String text) {
    assertThatThrownBy(() -> Cursor.decode(text))
        .isInstanceOfSatisfying(
            ApiError.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.BAD_CURSOR));
  }

  @Test
  void refusesToContinueAnotherOrder() {
    Cursor cursor = new Cursor("Project TITLE+ #+", 3, DAY, List.of("a", "1"));
    assertThat(cursor.checkedFor("Project TITLE+ #+")).isEqualTo(cursor);
    assertThatThrownBy(() -> cursor.checkedFor("Project TITLE- #-"))
        .isInstanceOfSatisfying(
            ApiError.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.CURSOR_OF_OTHER_LIST));
  }

  @Provide
  Arbitrary<String> orders() {
    return Arbitraries.strings().alpha().withChars(' ', '+', '-').ofMinLength(1);
  }

  @Provide
  Arbitrary<List<String>> values() {
    return Arbitraries.strings()
        .withCharRange(' ', '\u024f')
        .withChars('ß', '„')
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }
}
