package org.stadtstand.serve.format;

/**
 * This server's address as others see it.
 *
 * @param url the complete address, for links that are copied elsewhere
 * @param path the prefix of its paths
 * @param keeping who may keep an answer that holds it
 */
public record ServerAddress(String url, String path, Representation.Keeping keeping) {

  /** Completes a permanent link with the server, unless it names one. */
  public String whole(String link) {
    return link.startsWith("/") ? url + link : link;
  }
}
