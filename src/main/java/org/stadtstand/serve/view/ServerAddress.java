package org.stadtstand.serve.view;

import org.stadtstand.serve.link.LinkAddress;

/**
 * This server's address as its caller sees it.
 *
 * @param url the complete address, for links that are copied elsewhere
 * @param path the prefix of its paths
 */
public record ServerAddress(String url, String path) {

  /** Completes a permanent link with the server, unless it names one. */
  public String whole(String link) {
    return link.startsWith(LinkAddress.ROOT) ? url + link : link;
  }
}
