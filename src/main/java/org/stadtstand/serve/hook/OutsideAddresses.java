package org.stadtstand.serve.hook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where messages may go. A name is looked up once for each attempt, what it stands for is judged,
 * and exactly that is connected to: a name that stands for something else a moment later leads
 * nowhere else.
 */
final class OutsideAddresses {

  /**
   * What is not, or not surely, somebody else's server on the internet: this machine, networks of
   * one's own, those of one's provider (where clouds keep the secrets of their machines), groups,
   * and IPv6 addresses that may stand for any of these.
   */
  private static final List<AddressRange> INSIDE =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              // Azure answers its machines here.
              "168.63.129.16/32",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/32",
              "2001:db8::/32",
              "2002::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(AddressRange::parse)
          .toList();

  /** Looks names up; another one in tests. */
  @FunctionalInterface
  interface Names {
    InetAddress[] find(String host) throws UnknownHostException;
  }

  private final Names names;
  private final List<AddressRange> allowed;

  OutsideAddresses(Names names, List<AddressRange> allowed) {
    this.names = names;
    this.allowed = allowed;
  }

  /** All that a name stands for. One that must not be reached is enough to refuse it. */
  List<InetAddress> find(String host, boolean encrypted) throws UnknownHostException {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    List<InetAddress> found = new ArrayList<>();
    for (InetAddress address : names.find(bare)) {
      boolean own = contains(allowed, address);
      if (!own && contains(INSIDE, address)) {
        throw new UnknownHostException(
            "%s is %s, which is in a network of our own (hook.networks)"
                .formatted(host, address.getHostAddress()));
      }
      if (!own && !encrypted) {
        throw new UnknownHostException("outside of our own networks only https is spoken");
      }
      found.add(address);
    }
    return found;
  }

  private static boolean contains(List<AddressRange> ranges, InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }
}
