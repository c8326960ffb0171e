package org.stadtstand.ground.database;

import java.nio.file.Path;

/** Starts a PostgreSQL owned by this server; a build without one has no such bean. */
public interface ServerStarter {

  /**
   * @param data the folder in which the server keeps everything
   * @param attach whether to share a server that another process has already started there
   */
  Server start(Path data, boolean attach);
}
