package org.stadtstand.serve.hook;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that begin with the same bits, as {@code 10.0.0.0/8} or {@code fc00::/7} writes them.
 */
record AddressRange(InetAddress first, int bits) {

  static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    try {
      // Looks nothing up: a name is none of these.
      InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      int all = first.getAddress().length * Byte.SIZE;
      int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
      if (bits >= 0 && bits <= all) {
        return new AddressRange(first, bits);
      }
    } catch (IllegalArgumentException wrong) {
      throw refusal(text, wrong);
    }
    throw refusal(text, null);
  }

  private static IllegalArgumentException refusal(String text, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "\"%s\" is no network; write it as 10.1.2.0/24 or fd00:1::/64.".formatted(text), cause);
  }

  boolean contains(InetAddress address) {
    byte[] one = first.getAddress();
    byte[] other = address.getAddress();
    if (one.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if (((one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
