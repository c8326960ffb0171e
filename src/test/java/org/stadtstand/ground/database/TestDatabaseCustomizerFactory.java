package org.stadtstand.ground.database;

import java.util.List;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/**
 * Gives every Spring test the {@link TestDatabase#shared()} database, so that no test starts its
 * own in the working directory, or writes into the one configured in the developer's shell.
 */
final class TestDatabaseCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    return SharedDatabase.ONLY;
  }

  private enum SharedDatabase implements ContextCustomizer {
    ONLY;

    @Override
    public void customizeContext(
        org.springframework.context.ConfigurableApplicationContext context,
        org.springframework.test.context.MergedContextConfiguration configuration) {
      TestDatabase database = TestDatabase.shared();
      context
          .getEnvironment()
          .getPropertySources()
          .addBefore(
              StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
              new MapPropertySource(
                  "test database",
                  Map.of(
                      "spring.datasource.url", database.url(),
                      "spring.datasource.username", database.user(),
                      "spring.datasource.password", database.password())));
    }
  }
}
