package org.stadtstand.ground.database;

import java.nio.file.Path;

/** Starts a PostgreSQL that belongs to this server; a build without one has no such bean. */
public interface ServerStarter {

  /**
   * @param data the folder in which the server keeps everything
   * @param attach whether a server that another process has started there is used beside it
   */
  Server start(Path data, boolean attach);
}
