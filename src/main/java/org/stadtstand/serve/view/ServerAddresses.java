package org.stadtstand.serve.view;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.stadtstand.serve.format.Representation.Keeping;
import org.stadtstand.serve.format.ServerAddress;
import org.stadtstand.serve.link.PermanentLinks;

/**
 * Knows how this server is called: as it is set, or else as each caller calls it. What callers say
 * is believed for their own answer alone, and cached for the first few names only, so that invented
 * ones can neither reach others nor displace anything.
 */
@Component
public class ServerAddresses {

  private static final Logger log = LoggerFactory.getLogger(ServerAddresses.class);

  private static final int KEPT = 4;

  /** What proxies add to a request; the web server removes some of it. */
  private static final List<String> PROXY =
      List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "Via");

  private final PermanentLinks links;
  private final Set<String> kept = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean warned = new AtomicBoolean();

  ServerAddresses(PermanentLinks links) {
    this.links = links;
  }

  /** The address of the server that was asked. */
  public ServerAddress of(HttpServletRequest request) {
    String path = request.getContextPath();
    if (!links.publicUrl().isEmpty()) {
      return new ServerAddress(links.publicUrl(), path, Keeping.ALL);
    }
    String url = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    return new ServerAddress(url, path, isKept(url) ? Keeping.CALLER : Keeping.NOBODY);
  }

  private boolean isKept(String url) {
    if (kept.contains(url)) {
      return true;
    }
    synchronized (kept) {
      return kept.size() < KEPT && kept.add(url);
    }
  }

  /** Warns once, when the first request comes through a proxy. */
  public void notice(HttpServletRequest request) {
    if (!warned.get()
        && links.publicUrl().isEmpty()
        && PROXY.stream().anyMatch(name -> request.getHeader(name) != null)
        && warned.compareAndSet(false, true)) {
      log.warn(
          "Requests come through a proxy, and link.public-url is not set: pages, code and citations"
              + " name the host that each caller names, and only that caller may keep them. Set it"
              + " to the address that others use.");
    }
  }
}
