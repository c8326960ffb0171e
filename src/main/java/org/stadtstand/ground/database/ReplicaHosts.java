package org.stadtstand.ground.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** An address that names several hosts, taken apart: each of them is read through its own pool. */
final class ReplicaHosts {

  private static final Pattern AUTHORITY = Pattern.compile("^(jdbc:postgresql://)([^/?]*)(.*)$");

  private ReplicaHosts() {}

  /** The address of each host, in their order; the rest of the address is the same for all. */
  static List<String> urls(String url) {
    Matcher parts = AUTHORITY.matcher(url);
    Properties parsed = Driver.parseURL(url, null);
    if (parsed == null || !parts.matches() || parts.group(2).isEmpty()) {
      return List.of(url);
    }
    String[] hosts = parsed.getProperty(PGProperty.PG_HOST.getName()).split(",");
    String[] ports = parsed.getProperty(PGProperty.PG_PORT.getName()).split(",");
    List<String> urls = new ArrayList<>();
    for (int i = 0; i < hosts.length; i++) {
      urls.add(parts.group(1) + hosts[i] + ":" + ports[i] + parts.group(3));
    }
    return urls;
  }

  /** Host and port, as monitoring and the log name a replica. */
  static String name(String url) {
    Matcher parts = AUTHORITY.matcher(url);
    return parts.matches() ? parts.group(2) : url;
  }
}
