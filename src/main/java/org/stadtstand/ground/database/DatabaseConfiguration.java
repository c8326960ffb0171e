package org.stadtstand.ground.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.SpringProperties;
import org.stadtstand.ground.fault.StartRefused;

/**
 * The startup order: server, tables, reading role, and only then the pool everyone else uses.
 * Spring shuts it down in reverse.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataSourceProperties.class)
class DatabaseConfiguration {

  @Bean
  Server databaseServer(
      DatabaseSettings settings, DataSourceProperties given, ObjectProvider<ServerStarter> own) {
    if (given.getUrl() != null) {
      return new GivenServer(
          new JdbcCredentials(given.getUrl(), given.getUsername(), given.getPassword()));
    }
    if (endsBeforeItServes()) {
      return new GivenServer(new JdbcCredentials("jdbc:postgresql://localhost/none", null, null));
    }
    return own.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new StartRefused(
                    "No database is named, and this build carries none of its own.",
                    "Set SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD to a PostgreSQL 15 or"
                        + " newer."))
        .start(settings.dataDirectory(), settings.attach());
  }

  @Bean
  WriteDatabase publishing(Server server, DatabaseSettings settings) {
    HikariDataSource pool = Pools.publishing(server.access(), settings);
    WriteDatabase publishing = new WriteDatabase(pool);
    if (!endsBeforeItServes()) {
      try {
        Migration.run(pool, server.access());
        new ReaderRole(publishing.jdbc(), Pools.reader(server.access(), settings)).prepare();
        new LinkRole(publishing.jdbc(), Pools.linker(server.access(), settings)).prepare();
      } catch (Throwable e) {
        publishing.close();
        throw e;
      }
    }
    return publishing;
  }

  /** Depends on the write side only for ordering: by then the tables and the role exist. */
  @Bean
  DataSource dataSource(Server server, WriteDatabase afterwards, DatabaseSettings settings) {
    HikariDataSource pool = Pools.reading(server.access(), settings);
    if (!endsBeforeItServes()) {
      // The owner may have a search path of its own, which the role does not share.
      pool.setSchema(afterwards.jdbc().sql("select current_schema()").query(String.class).single());
    }
    return pool;
  }

  @Bean
  LinkDatabase linkKeeping(Server server, WriteDatabase afterwards, DatabaseSettings settings) {
    return new LinkDatabase(Pools.links(server.access(), settings));
  }

  /** A training run, which records what startup loads, ends before it could serve a question. */
  private static boolean endsBeforeItServes() {
    return "onRefresh".equalsIgnoreCase(SpringProperties.getProperty("spring.context.exit"));
  }
}
