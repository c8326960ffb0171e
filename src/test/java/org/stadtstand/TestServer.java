package org.stadtstand;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtstand.deliver.publication.Press;
import org.stadtstand.ground.database.JdbcCredentials;
import org.stadtstand.ground.database.TestDatabase;

/**
 * A server of its own within a test, on a free port and with few connections, for tests of several
 * servers and of those that start and end. It imports nothing unless told to.
 */
public final class TestServer {

  private final List<Class<?>> beans =
      new ArrayList<>(List.of(Application.class, Questions.class, Press.class));

  private final Map<String, String> settings = new LinkedHashMap<>();

  private TestServer() {
    set("server.port", 0);
    set("database.read-connections", 4);
    set("ingest.packages", "");
  }

  public static TestServer on(TestDatabase database) {
    return on(new JdbcCredentials(database.url(), database.user(), database.password()));
  }

  public static TestServer on(JdbcCredentials database) {
    return withoutDatabase()
        .set("spring.datasource.url", database.url())
        .set("spring.datasource.username", Objects.requireNonNull(database.user()))
        .set("spring.datasource.password", Objects.requireNonNull(database.password()));
  }

  /** One that is told elsewhere where its database is, such as one that only reads. */
  public static TestServer withoutDatabase() {
    return new TestServer();
  }

  public TestServer importing(String packages) {
    return set("ingest.packages", packages);
  }

  /** A setting, in place of what it was. */
  public TestServer set(String name, Object value) {
    settings.put(name, String.valueOf(value));
    return this;
  }

  public TestServer with(Class<?> bean) {
    beans.add(bean);
    return this;
  }

  public ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(beans.toArray(Class[]::new))
        .run(
            settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
  }

  public static int port(ConfigurableApplicationContext server) {
    return server.getEnvironment().getRequiredProperty("local.server.port", int.class);
  }
}
