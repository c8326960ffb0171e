package org.stadtstand.serve.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are signed as receivers' libraries expect, and bad secrets are refused in silence. */
class SigningSecretsTests {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER = "whsec_" + "A".repeat(32);

  /** The example of the standard, with which all its libraries are tested. */
  @Test
  void signsTheExampleOfTheStandard() {
    assertThat(signature(SECRET)).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void signsWithEachOfSeveralSecrets() {
    assertThat(signature(OTHER + " \n" + SECRET + "\n"))
        .isEqualTo(signature(OTHER) + " " + signature(SECRET));
    assertThat(signature(OTHER)).isNotEqualTo(signature(SECRET));
  }

  private static String signature(String secrets) {
    return SigningSecrets.parse(secrets)
        .sign(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1614265330),
            "{\"test\": 2432232314}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "whsec_",
        "whsec_dG9vIHNob3J0",
        "whsec_not/in*base64*at*all*but*long*enough",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw whsec_short",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqrTwjUPD8ILPZI"
      })
  void refusesWhatIsNoSecretWithoutRepeatingIt(String secret) {
    assertThatThrownBy(() -> SigningSecrets.parse(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A secret of hook.receivers is not whsec_ and 24 to 64 bytes in Base64.");
  }
}
