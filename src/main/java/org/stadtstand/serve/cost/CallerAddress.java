package org.stadtstand.serve.cost;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network a caller comes from, without the part that identifies a household or person: the
 * first 24 bits of an IPv4 address or 56 of an IPv6 address. A household is given those 56 bits, so
 * IPv6 is no way to extra budgets.
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
      // A proxy may pass on anything; callers without a usable address share one budget.
      return "";
    }
  }
}
