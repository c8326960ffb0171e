package org.stadtstand.serve.view;

import org.stadtstand.serve.link.LinkAddress;

/**
 * Where this server stands for its caller.
 *
 * @param url its whole address, for what is taken away
 * @param path what its paths begin with
 */
public record ServerAddress(String url, String path) {

  /** A permanent link with its server, if it does not name one. */
  public String whole(String link) {
    return link.startsWith(LinkAddress.ROOT) ? url + link : link;
  }
}
