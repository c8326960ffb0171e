package org.stadtstand.serve.format;

import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.answer.Answer;

/**
 * Where a file was asked for. A file is passed on without its address, so it says this itself.
 *
 * @param server the one that its permanent link leads to; null for a file without that link, whose
 *     bytes are then the same whatever the server is called
 * @param question the name of the question; null if it has none
 * @param segment the last segment of an address below {@code /q/}; null elsewhere
 */
public record FileOrigin(
    @Nullable ServerAddress server, @Nullable String question, @Nullable String segment) {

  static final FileOrigin UNKNOWN = new FileOrigin(null, null, null);

  /** Without what does not change the bytes or the name of the file. */
  FileOrigin forFile(boolean linked) {
    return new FileOrigin(linked ? server : null, question, null);
  }

  /** Who may keep the file. */
  public Representation.Keeping keeping() {
    return server == null ? Representation.Keeping.ALL : server.keeping();
  }

  /** The permanent link as somebody can open it who has only the file; null if there is none. */
  public @Nullable String link(Answer answer) {
    String link = answer.permanentLink();
    return link == null || server == null ? link : server.whole(link);
  }
}
