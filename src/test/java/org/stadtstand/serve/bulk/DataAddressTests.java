package org.stadtstand.serve.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** File names below /data are parsed or refused; no part of them reaches a statement. */
class DataAddressTests {

  @Property
  void whatIsPutTogetherIsTakenApart(
      @ForAll("names") String name,
      @ForAll @IntRange(min = 1, max = 999_999_999) int release,
      @ForAll("suffixes") String suffix) {
    assertThat(DataAddress.read("city", true, name + "@" + release + "." + suffix))
        .isEqualTo(new DataAddress("city", true, name, release, suffix));
    assertThat(DataAddress.read(null, false, name + "." + suffix))
        .isEqualTo(new DataAddress(null, false, name, null, suffix));
  }

  @Property
  void everythingElseIsRefused(@ForAll("others") String file) {
    ApiError refused =
        catchThrowableOfType(ApiError.class, () -> DataAddress.read(null, false, file));
    assertThat(refused).as(file).isNotNull();
    assertThat(refused.code()).isEqualTo(ErrorCode.UNKNOWN_TABLE);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withChars('_')
        .ofMinLength(1)
        .ofMaxLength(60);
  }

  @Provide
  Arbitrary<String> suffixes() {
    return Arbitraries.of("csv", "json", "sqlite", "zip");
  }

  /** Names with one part too many, and arbitrary text. */
  @Provide
  Arbitrary<String> others() {
    return Arbitraries.oneOf(
        names().map(name -> name + "@0.csv"),
        names().map(name -> name + "@01.csv"),
        names().map(name -> name + "@-1.csv"),
        names().map(name -> name + "@1234567890.csv"),
        names().map(name -> name + "@4@5.csv"),
        names().map(name -> name + ".CSV"),
        names().map(name -> name + ".csv "),
        names().map(name -> name + ".csv\n"),
        names().map(name -> "../" + name + ".csv"),
        names().map(name -> name + "; drop table " + name + ".csv"),
        names().map(name -> "x" + "y".repeat(60) + name + ".csv"),
        names().map(name -> name),
        Arbitraries.strings().filter(text -> !text.endsWith(".csv")).map(text -> text + ".xml"));
  }
}
