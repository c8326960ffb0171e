package org.stadtstand.serve.request;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an address, decoded strictly. Servers usually pass over what they cannot
 * decode, and the question that remains is another one.
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
        throw Parameters.refused(
            "The parameter \"" + name + "\" is there twice.", "Send each parameter once.");
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    byte[] given = text.getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(given.length);
    for (int at = 0; at < given.length; at++) {
      switch (given[at]) {
        case '+' -> bytes.write(' ');
        case '%' -> {
          bytes.write(hex(given, at + 1) << 4 | hex(given, at + 2));
          at += 2;
        }
        default -> bytes.write(given[at]);
      }
    }
    String decoded = Characters.of(ByteBuffer.wrap(bytes.toByteArray()));
    Characters.check(decoded);
    return decoded;
  }

  private static int hex(byte[] text, int at) {
    int digit = at < text.length ? Character.digit(text[at], 16) : -1;
    if (digit < 0) {
      throw Parameters.refused(
          "The address holds a % that is not followed by two hexadecimal digits.",
          "Encode each parameter, a per cent sign as %25.");
    }
    return digit;
  }
}
