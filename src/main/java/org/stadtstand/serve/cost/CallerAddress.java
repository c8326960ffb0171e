package org.stadtstand.serve.cost;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network that a caller comes from, without the part that names a household or a person: the
 * first 24 bits of an IPv4 address, the first 56 of an IPv6 address, which is what one household is
 * given, and so no way to many budgets.
 */
final class CallerAddress {

  private static final int IPV4_BYTES = 3;
  private static final int IPV6_BYTES = 7;

  private CallerAddress() {}

  static String network(String address) {
    try {
      InetAddress read = InetAddress.ofLiteral(address);
      int kept = read instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES;
      return HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), kept));
    } catch (IllegalArgumentException e) {
      // A proxy may pass on anything; all who are nobody share one budget.
      return "";
    }
  }
}
