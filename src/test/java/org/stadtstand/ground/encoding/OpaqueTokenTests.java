package org.stadtstand.ground.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that tokens are read as they were written, and that others are rejected. */
class OpaqueTokenTests {

  @Test
  void aTokenIsBase64UrlWithoutPadding() {
    assertThat(OpaqueToken.of("ü?")).isEqualTo("w7w_");
    assertThat(OpaqueToken.of("a")).isEqualTo("YQ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"YR", "YQ==", "Y", "Y Q", "w7w/", "_w"})
  void whatThisServerDidNotWriteIsRefused(String token) {
    assertThatThrownBy(() -> OpaqueToken.text(token, () -> new IllegalStateException("refused")))
        .hasMessage("refused");
  }

  @Test
  void bytesMayHaveBeenWrittenByAnyProgram() {
    assertThat(OpaqueToken.bytes("YQ==", IllegalStateException::new)).containsExactly('a');
  }

  @Property(tries = 200)
  void textIsReadAsItWasWritten(@ForAll String text) {
    String whole =
        text.codePoints()
            .filter(letter -> letter < 0xd800 || letter > 0xdfff)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertThat(OpaqueToken.text(OpaqueToken.of(whole), IllegalStateException::new))
        .isEqualTo(whole);
  }
}
