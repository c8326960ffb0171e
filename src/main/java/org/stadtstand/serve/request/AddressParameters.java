package org.stadtstand.serve.request;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * The parameters of an address, decoded strictly. Servers usually skip what they cannot decode,
 * which would leave a different question.
 */
public final class AddressParameters {

  private AddressParameters() {}

  public static Map<String, String> of(@Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    for (String part : query.split("&")) {
      if (part.isEmpty()) {
        continue;
      }
      int equals = part.indexOf('=');
      String name = decoded(equals < 0 ? part : part.substring(0, equals));
      String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
      if (parameters.put(name, value) != null) {
        throw QuestionParameters.refused(
            "The parameter \"" + name + "\" is there twice.", "Send each parameter once.");
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      // In Latin-1 each character is one byte, so that raw and percent-encoded bytes are decoded
      // together.
      String bytes = StringUtils.uriDecode(text.replace('+', ' '), StandardCharsets.ISO_8859_1);
      String decoded = Characters.of(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)));
      Characters.check(decoded);
      return decoded;
    } catch (IllegalArgumentException e) {
      throw QuestionParameters.refused(
          "The address holds a % that is not followed by two hexadecimal digits.",
          "Encode each parameter, a per cent sign as %25.");
    }
  }
}
