package org.stadtstand.ground.command;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.stadtstand.ground.fault.StartRefused;

/**
 * Stops the start if a setting has a value that can be read and cannot be meant: ten of no unit,
 * which Spring takes for milliseconds or bytes, less than nothing, or a share of more than all.
 * What is meant by a setting is seen from its default.
 */
final class OddSettings
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  /** Of these nothing can be: whoever asks would wait for ever, or find nothing. */
  private static final Pattern NEEDED = Pattern.compile(".*\\.(at-once|copies|.*connections)");

  /** Others may keep an answer for no time at all; whatever else takes no time never happens. */
  private static final String INSTANT = "freshness.";

  private static final Pattern TIME = Pattern.compile("\\d+(ns|us|ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("\\d+(B|KB|MB|GB|TB)");
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?");

  @Override
  public int getOrder() {
    // A name that is not known is told first.
    return LoggingApplicationListener.DEFAULT_ORDER + 2;
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    check(event.getEnvironment());
  }

  static void check(ConfigurableEnvironment environment) {
    ConfigurationPropertySources.attach(environment);
    environment.getPropertySources().stream()
        .filter(source -> source.getName().contains(MisspeltSettings.OWN))
        .flatMap(source -> source instanceof EnumerablePropertySource<?> own ? own(own) : none())
        .forEach(setting -> check(environment, setting));
  }

  /** A setting with what it is unless somebody says otherwise. */
  private record Setting(String name, String usual) {}

  private static Stream<Setting> none() {
    return Stream.empty();
  }

  private static Stream<Setting> own(EnumerablePropertySource<?> source) {
    return Stream.of(source.getPropertyNames())
        .filter(name -> !MisspeltSettings.OF_SPRING.contains(name.split("\\.", 2)[0]))
        .map(name -> new Setting(name, text(source, name)));
  }

  private static String text(PropertySource<?> source, String name) {
    return String.valueOf(source.getProperty(name));
  }

  private static void check(ConfigurableEnvironment environment, Setting setting) {
    String usual = environment.resolvePlaceholders(setting.usual());
    String given = environment.getProperty(setting.name(), usual).strip();
    fault(setting.name(), usual, given)
        .ifPresent(
            why -> {
              throw new StartRefused(
                  "The setting %s is %s, and %s.".formatted(setting.name(), given, why),
                  "Unless something is said it is %s. See src/docs/operating.md.".formatted(usual));
            });
  }

  /** What no type tells is left to Spring, which says what it cannot read. */
  private static Optional<String> fault(String name, String usual, String given) {
    boolean time = TIME.matcher(usual).matches();
    boolean measured = time || SIZE.matcher(usual).matches();
    BigDecimal number = number(given);
    if (!measured && !NUMBER.matcher(usual).matches()) {
      return Optional.empty();
    }
    if (given.startsWith("-") || given.startsWith("PT-")) {
      return Optional.of("that is less than nothing");
    }
    boolean nothing = given.matches("(PT)?0+[a-zA-Z]*");
    if (nothing && (time && !name.startsWith(INSTANT) || NEEDED.matcher(name).matches())) {
      return Optional.of("must be more than nothing");
    }
    if (measured && !nothing && number != null) {
      return Optional.of("has no unit");
    }
    boolean share = usual.startsWith("0.");
    return share && number != null && number.compareTo(BigDecimal.ONE) > 0
        ? Optional.of("a share is one at most")
        : Optional.empty();
  }

  private static @Nullable BigDecimal number(String given) {
    return NUMBER.matcher(given).matches() ? new BigDecimal(given) : null;
  }
}
