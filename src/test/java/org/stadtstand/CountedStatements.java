package org.stadtstand;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Records every statement prepared to answer, so that tests can count them. */
@TestConfiguration(proxyBeanMethods = false)
public class CountedStatements {

  /** Threads that look for releases, tidy up, or read columns ahead: whenever they come to it. */
  private static final Pattern OWN_ACCORD =
      Pattern.compile("columns|(release-poll|scheduling)-\\d+");

  private final List<String> statements = new CopyOnWriteArrayList<>();

  @Bean
  static BeanPostProcessor noteStatements(
      org.springframework.beans.factory.ObjectProvider<CountedStatements> notes) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Noting(source, notes) : bean;
      }
    };
  }

  /** What was prepared since the last call of {@link #forget}, except the look-up of releases. */
  public List<String> statements() {
    return statements.stream().filter(sql -> !sql.contains("from release")).toList();
  }

  public void forget() {
    statements.clear();
  }

  private static final class Noting extends DelegatingDataSource {

    private final org.springframework.beans.factory.ObjectProvider<CountedStatements> notes;

    Noting(
        DataSource source,
        org.springframework.beans.factory.ObjectProvider<CountedStatements> notes) {
      super(source);
      this.notes = notes;
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("prepareStatement")
                    && !OWN_ACCORD.matcher(Thread.currentThread().getName()).matches()) {
                  notes.getObject().statements.add(String.valueOf(arguments[0]));
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}
