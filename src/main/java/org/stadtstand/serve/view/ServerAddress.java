package org.stadtstand.serve.view;

import org.stadtstand.serve.format.Representation.Keeping;
import org.stadtstand.serve.link.LinkAddress;

/**
 * This server's address as others see it.
 *
 * @param url the complete address, for links that are copied elsewhere
 * @param path the prefix of its paths
 * @param keeping who may keep an answer that holds it
 */
public record ServerAddress(String url, String path, Keeping keeping) {

  /** Completes a permanent link with the server, unless it names one. */
  String whole(String link) {
    return link.startsWith(LinkAddress.ROOT) ? url + link : link;
  }
}
