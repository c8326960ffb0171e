package org.stadtstand.ground.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.embedded.DataDirectory;

/** Which database is used, and how startup reports that it cannot be. */
class DatabaseConfigurationIT {

  @TempDir private Path folder = Path.of("");

  @Test
  void usesTheGivenPostgresAndStartsNone() {
    JdbcCredentials given = TestDatabase.empty();
    runner()
        .withClassLoader(new FilteredClassLoader("io.zonky"))
        .withPropertyValues(
            "spring.datasource.url=" + given.url(),
            "spring.datasource.username=" + given.user(),
            "spring.datasource.password=" + given.password())
        .run(
            context -> {
              JdbcClient reader = JdbcClient.create(context.getBean(DataSource.class));
              String name = "select current_database()";
              assertThat(given.url()).endsWith(reader.sql(name).query(String.class).single());
              assertThat(data()).doesNotExist();
            });
  }

  @Test
  void startsItsOwnWhereNoneIsGiven() {
    runner()
        .run(
            context -> {
              JdbcClient reader = JdbcClient.create(context.getBean(DataSource.class));
              assertThat(reader.sql("select count(*) from release").query(int.class).single())
                  .isZero();
              assertThat(new DataDirectory(data()).complete()).exists();
            });
    assertThat(new DataDirectory(data()).processFile()).doesNotExist();
  }

  @Test
  void saysWhatToSetWhereNoneIsGivenAndNoneIsBuiltIn() {
    runner()
        .withClassLoader(new FilteredClassLoader("io.zonky"))
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage("No database is named, and this build carries none of its own."));
  }

  @Test
  void refusesAnotherMakersDatabase() {
    runner()
        .withPropertyValues("spring.datasource.url=jdbc:mysql://localhost/city")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage(
                        "SPRING_DATASOURCE_URL does not name a PostgreSQL: it begins with"
                            + " jdbc:mysql:."));
  }

  @Test
  void refusesAnAddressThatCannotBeRead() {
    runner()
        .withPropertyValues("spring.datasource.url=jdbc:postgresql://localhost:/city?password=no")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage(
                        "SPRING_DATASOURCE_URL cannot be read:"
                            + " jdbc:postgresql://localhost:/city."));
  }

  @Test
  void aServerThatOnlyReadsIsToldItsReplicas() {
    runner()
        .withPropertyValues("database.role=reader")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage(
                        "A server that only reads (database.role=reader) knows no database."));
  }

  @Test
  void aServerThatOnlyReadsMakesNoTables() {
    JdbcCredentials empty = TestDatabase.empty();
    TestDatabase.fresh().close();
    runner()
        .withPropertyValues(
            "database.role=reader",
            "database.read-url=" + empty.url(),
            "spring.datasource.password=" + empty.password())
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("has no tables that this server may read"));
  }

  @Test
  void refusesReplicasOfAnotherMaker() {
    runner()
        .withPropertyValues("database.read-url=jdbc:mysql://localhost/city")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage(
                        "database.read-url does not name a PostgreSQL: it begins with"
                            + " jdbc:mysql:."));
  }

  private Path data() {
    return folder.resolve("data");
  }

  private ApplicationContextRunner runner() {
    return new ApplicationContextRunner()
        .withUserConfiguration(Database.class)
        .withPropertyValues(
            "database.data-directory=" + data(),
            "database.attach=false",
            "database.read-connections=2",
            "database.publish-connections=2",
            "database.connection-timeout=5s",
            "database.statement-timeout=5s");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(DatabaseSettings.class)
  @Import({DatabaseConfiguration.class, AnnouncedState.class})
  @ComponentScan("org.stadtstand.ground.embedded")
  static class Database {}
}
