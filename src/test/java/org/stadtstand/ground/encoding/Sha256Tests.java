package org.stadtstand.ground.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

/** Checks the digest against known values, because published seals depend on it. */
class Sha256Tests {

  @Test
  void theDigestOfNothingIsTheKnownOne() {
    assertThat(Sha256.hex(""))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void textIsDigestedAsUtf8() {
    byte[] bytes = {(byte) 0xc3, (byte) 0xbc};
    assertThat(Sha256.of("ü")).isEqualTo(Sha256.of(bytes));
  }

  @Test
  void piecesMakeTheDigestOfTheWhole() {
    MessageDigest digest = Sha256.start();
    digest.update("ab".getBytes(StandardCharsets.UTF_8));
    digest.update("c".getBytes(StandardCharsets.UTF_8));
    assertThat(digest.digest()).isEqualTo(Sha256.of("abc"));
  }
}
