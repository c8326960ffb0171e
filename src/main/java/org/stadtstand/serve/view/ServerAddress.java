package org.stadtstand.serve.view;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.stadtstand.serve.link.LinkAddress;

/**
 * This server's address as others see it.
 *
 * @param url the complete address, for links that are copied elsewhere
 * @param path the prefix of its paths
 */
public record ServerAddress(String url, String path) {

  /**
   * The address of the server that was asked.
   *
   * @param publicUrl the one that is set; if it is empty, the request says how its caller calls it
   */
  public static ServerAddress of(HttpServletRequest request, String publicUrl) {
    String url =
        publicUrl.isEmpty()
            ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
            : publicUrl;
    return new ServerAddress(url, request.getContextPath());
  }

  /** Completes a permanent link with the server, unless it names one. */
  public String whole(String link) {
    return link.startsWith(LinkAddress.ROOT) ? url + link : link;
  }
}
