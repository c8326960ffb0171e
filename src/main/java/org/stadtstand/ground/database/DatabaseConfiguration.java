package org.stadtstand.ground.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
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
    if (!settings.readUrl().isEmpty()) {
      // Judged now: otherwise the first question would find out.
      new GivenServer(new JdbcCredentials(settings.readUrl(), null, null), GivenServer.REPLICAS);
    }
    String url =
        given.getUrl() == null && settings.onlyReads() ? replicas(settings) : given.getUrl();
    if (url != null) {
      return new GivenServer(
          new JdbcCredentials(url, given.getUsername(), given.getPassword()), GivenServer.PRIMARY);
    }
    if (endsBeforeItServes()) {
      return new GivenServer(
          new JdbcCredentials("jdbc:postgresql://localhost/none", null, null), GivenServer.PRIMARY);
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

  private static String replicas(DatabaseSettings settings) {
    if (settings.readUrl().isEmpty()) {
      throw new StartRefused(
          "A server that only reads (database.role=reader) knows no database.",
          "Let database.read-url name the replicas.");
    }
    return settings.readUrl();
  }

  /** Where a server only reads, these connections cannot write either. */
  @Bean
  WriteDatabase publishing(Server server, DatabaseSettings settings) {
    JdbcCredentials owner = server.access();
    HikariDataSource pool =
        Pools.publishing(settings.onlyReads() ? Pools.reader(owner, settings) : owner, settings);
    WriteDatabase publishing = new WriteDatabase(pool);
    if (!endsBeforeItServes()) {
      try {
        prepare(publishing, pool, owner, settings);
      } catch (Throwable e) {
        publishing.close();
        throw e;
      }
    }
    return publishing;
  }

  private static void prepare(
      WriteDatabase publishing,
      HikariDataSource pool,
      JdbcCredentials owner,
      DatabaseSettings settings) {
    if (settings.onlyReads()) {
      String schema = Migration.schema(Pools.reader(owner, settings));
      if (!Pooler.isMeant(owner.url())) {
        pool.setSchema(schema);
      }
      Migration.check(pool, owner);
      return;
    }
    Migration.run(pool, owner);
    new ReaderRole(publishing.jdbc(), Pools.reader(owner, settings)).prepare();
    SchemaRole.ofLinks(publishing.jdbc(), Pools.linker(owner, settings)).prepare();
    new RoleLimits(publishing.jdbc()).prepare(settings);
  }

  /** Depends on the write side only for ordering: by then the tables and the role exist. */
  @Bean
  DataSource dataSource(
      Server server,
      WriteDatabase afterwards,
      DatabaseSettings settings,
      AnnouncedState announced) {
    // The owner may have a search path of its own, which the role does not share.
    Optional<String> schema =
        endsBeforeItServes()
            ? Optional.empty()
            : Optional.of(
                afterwards.jdbc().sql("select current_schema()").query(String.class).single());
    HikariDataSource primary = Pools.reading(server.access(), settings);
    schema.ifPresent(primary::setSchema);
    if (settings.readUrl().isEmpty() && !settings.onlyReads()) {
      return primary;
    }
    List<Replica> replicas = Pools.replicas(server.access(), settings);
    schema.ifPresent(name -> replicas.forEach(replica -> replica.read(name)));
    if (settings.onlyReads()) {
      primary.close();
      return new ReplicaDataSource(replicas, null, announced);
    }
    // Read only while no replica can be.
    primary.setMinimumIdle(0);
    return new ReplicaDataSource(replicas, primary, announced);
  }

  @Bean
  LinkDatabase linkKeeping(Server server, WriteDatabase afterwards, DatabaseSettings settings) {
    return new LinkDatabase(Pools.links(server.access(), settings), settings.onlyReads());
  }

  /** Made only where somebody is to be told: not every owner may make another role. */
  @Bean
  @Lazy
  HookDatabase hookKeeping(Server server, WriteDatabase afterwards, DatabaseSettings settings) {
    if (settings.onlyReads()) {
      throw new StartRefused(
          "A server that only reads (database.role=reader) sends no web hooks.",
          "Leave hook.receivers to the servers that write.");
    }
    JdbcCredentials owner = server.access();
    SchemaRole.ofHooks(afterwards.jdbc(), Pools.hooker(owner, settings)).prepare();
    return new HookDatabase(Pools.hooks(owner, settings));
  }

  /** A training run, which records what startup loads, ends before it could serve a question. */
  private static boolean endsBeforeItServes() {
    return "onRefresh".equalsIgnoreCase(SpringProperties.getProperty("spring.context.exit"));
  }
}
