package org.stadtstand.ground.command;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Folders by their names in UTF-8, whatever the locale: where it is not UTF-8, as under cron, Java
 * itself can neither open "Düsseldorf" nor say that a folder is called so. Addresses of files spell
 * out the bytes, so they work in any locale.
 */
public final class FolderNames {

  private FolderNames() {}

  /** The path with this name; an absolute one where the locale cannot express it. */
  public static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      String start = name.startsWith("/") ? "" : Path.of("").toAbsolutePath().toUri().getRawPath();
      return Path.of(URI.create("file://" + start + escaped(name)));
    }
  }

  /** The last part of the path. */
  public static String of(Path path) {
    String address = path.toUri().getRawPath().replaceFirst("/+$", "");
    // A plus sign is no blank in an address.
    String last = address.substring(address.lastIndexOf('/') + 1).replace("+", "%2B");
    return URLDecoder.decode(last, StandardCharsets.UTF_8);
  }

  private static String escaped(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }
}
