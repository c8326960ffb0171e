package org.stadtstand.ground.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.stadtstand.ground.fault.StartRefused;
import org.stadtstand.ground.text.Nearest;

/**
 * Stops the start if a setting is misspelt where Spring does not look: in an environment variable,
 * a system property, or the name of a room. The limit somebody thought to have set would not hold.
 */
final class MisspeltSettings
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  static final String OWN = "class path resource [application.yml]";

  static final Set<String> OF_SPRING = Set.of("spring", "server", "management", "logging");

  /** Others use these words, too, as in HTTP_PROXY: only what is nearly a setting is refused. */
  private static final Set<String> COMMON =
      Set.of("database", "http", "cache", "link", "export", "answer", "history");

  /** What Kubernetes puts into the environment for each service, whatever it is called. */
  private static final Pattern OF_KUBERNETES =
      Pattern.compile(".*_(SERVICE_(HOST|PORT.*)|PORT(_\\d+_(TCP|UDP).*)?)");

  private static final int LETTERS_PER_MISTAKE = 6;

  @Override
  public int getOrder() {
    // Once it is known what is logged: a command tells its refusal itself.
    return LoggingApplicationListener.DEFAULT_ORDER + 1;
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    check(event.getEnvironment());
  }

  static void check(ConfigurableEnvironment environment) {
    List<String> known = new ArrayList<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source.getName().contains(OWN)) {
        names(source)
            .map(MisspeltSettings::withoutIndex)
            .filter(name -> !OF_SPRING.contains(room(name)))
            .distinct()
            .forEach(known::add);
      }
    }
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (!source.getName().contains(OWN)) {
        boolean variables =
            source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        names(source).forEach(name -> check(name, variables, known));
      }
    }
  }

  private static Stream<String> names(PropertySource<?> source) {
    return source instanceof EnumerablePropertySource<?> enumerable
        ? Stream.of(enumerable.getPropertyNames())
        : Stream.empty();
  }

  private static String withoutIndex(String name) {
    return name.replaceFirst("\\[.*", "");
  }

  private static String room(String name) {
    return name.split("\\.", 2)[0];
  }

  static void check(String name, boolean variable, List<String> known) {
    String uniform = variable ? name.toUpperCase(Locale.ROOT) : withoutIndex(name);
    if (variable) {
      uniform = uniform.replaceFirst("_\\d+(_.*)?$", "");
    }
    Set<String> spelt = new HashSet<>();
    for (String setting : known) {
      spelt.addAll(spellings(setting, variable));
    }
    boolean fits = spelt.contains(variable ? uniform : uniform.replace("-", ""));
    if (fits || (variable && OF_KUBERNETES.matcher(uniform).matches())) {
      return;
    }
    Optional<String> meant = meant(uniform, variable, known);
    if (meant.isPresent() || isOfARoom(uniform, variable, known)) {
      throw new StartRefused(
          "There is no setting " + name + ".",
          meant
              .map(setting -> "Did you mean " + setting + "? Correct it, or remove it.")
              .orElse("Remove it, or see the list of settings in src/docs/operating.md."));
    }
  }

  /** A variable may write a hyphen as an underscore, or not at all. */
  private static List<String> spellings(String setting, boolean variable) {
    if (!variable) {
      return List.of(setting.replace("-", ""));
    }
    String upper = setting.toUpperCase(Locale.ROOT).replace('.', '_');
    return List.of(upper.replace("-", ""), upper.replace('-', '_'));
  }

  private static Optional<String> meant(String name, boolean variable, List<String> known) {
    return known.stream()
        .map(setting -> variable ? spellings(setting, true).getLast() : setting)
        .filter(spelt -> isNear(name, spelt))
        .min(Comparator.comparingInt(spelt -> Nearest.distance(name, spelt)));
  }

  /** Lengths first: every start compares every variable of the machine with every setting. */
  private static boolean isNear(String name, String spelt) {
    int mistakes = spelt.length() / LETTERS_PER_MISTAKE;
    return Math.abs(name.length() - spelt.length()) <= mistakes
        && Nearest.distance(name, spelt) <= mistakes;
  }

  private static boolean isOfARoom(String name, boolean variable, List<String> known) {
    return known.stream()
        .map(MisspeltSettings::room)
        .filter(room -> !COMMON.contains(room))
        .anyMatch(
            room ->
                variable
                    ? name.startsWith(room.toUpperCase(Locale.ROOT).replace('-', '_') + "_")
                    : name.startsWith(room + "."));
  }
}
