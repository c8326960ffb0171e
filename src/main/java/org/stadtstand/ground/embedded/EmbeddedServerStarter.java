package org.stadtstand.ground.embedded;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.database.Server;
import org.stadtstand.ground.database.ServerStarter;

/** The embedded PostgreSQL, in builds that include it: the container image does not. */
@Component
@ConditionalOnClass(name = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres")
final class EmbeddedServerStarter implements ServerStarter {

  @Override
  public Server start(Path folder, boolean attach) {
    DataDirectory data = new DataDirectory(folder);
    return EmbeddedServer.start(data, data.programs(), attach);
  }
}
