package org.stadtstand.ground.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/** How the embedded PostgreSQL is set up and started. */
final class Options {

  private Options() {}

  static EmbeddedPostgres.Builder of(DataDirectory data, Path programs, String password) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data.cluster())
            .setOverrideWorkingDirectory(DataDirectory.unpacked(programs).toFile())
            .setCleanDataDirectory(false)
            // Spring closes the pools first, then the server; a shutdown hook would run in the
            // meantime.
            .setRegisterShutdownHook(false)
            .setErrorRedirector(Redirect.appendTo(data.log().toFile()))
            .setOutputRedirector(Redirect.appendTo(data.log().toFile()))
            .setConnectConfig("password", password);
    setUp(builder, data);
    run(builder);
    return builder;
  }

  /** Passed to initdb, once. */
  private static void setUp(EmbeddedPostgres.Builder builder, DataDirectory data) {
    builder
        // The same sort order and case mapping on every operating system.
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setLocaleConfig("locale", "C")
        // Without a password, anyone on this machine could rewrite what was published.
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", data.password().toString());
  }

  /** Passed on every start; they override the library's own, which come first. */
  private static void run(EmbeddedPostgres.Builder builder) {
    builder
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "60")
        .setServerConfig("log_checkpoints", "off")
        // No socket file in the shared temporary folder.
        .setServerConfig("unix_socket_directories", "");
  }
}
