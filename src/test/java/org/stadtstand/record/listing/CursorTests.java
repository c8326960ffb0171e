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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.ground.encoding.OpaqueToken;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** A cursor says where a list continues, and every other list refuses it. */
class CursorTests {

  private static final LocalDate DAY = LocalDate.of(2025, 12, 31);

  @Property
  void saysAgainWhatItWasMadeOf(
      @ForAll("orders") String list,
      @ForAll("orders") String state,
      @ForAll @IntRange(min = 0) int release,
      @ForAll("values") List<String> values) {
    Cursor cursor = new Cursor(list, "", state, release, DAY, values);
    assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
  }

  @Property
  void refusesEveryOtherText(@ForAll String text) {
    assertThatThrownBy(() -> Cursor.decode(text))
        .isInstanceOfSatisfying(
            ApiError.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.BAD_CURSOR));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2025-02-30", "2025-13-01", "+10000-01-01", "-2025-01-01", "0000-01-01", ""})
  void refusesADayThatIsNone(String day) {
    String token =
        OpaqueToken.of(String.join("\u001f", "2", "Project KEY+", "", "city", "3", day, "a"));
    assertThatThrownBy(() -> Cursor.decode(token))
        .isInstanceOfSatisfying(
            ApiError.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.BAD_CURSOR));
  }

  @Test
  void refusesToContinueAnotherList() {
    Cursor cursor = Cursor.of("Project TITLE+ #+", "").in("city", 3, DAY);
    cursor.checkedFor(Cursor.of("Project TITLE+ #+", ""));
    cursor.checkedIn("city");
    refused(() -> cursor.checkedFor(Cursor.of("Project TITLE- #-", "")));
    refused(() -> cursor.checkedFor(Cursor.of("Project TITLE+ #+", "0123")));
    refused(() -> cursor.checkedIn("other city"));
  }

  private static void refused(ThrowingCallable check) {
    assertThatThrownBy(check)
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
