package org.stadtstand.serve.hook;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of what happens, and how patiently.
 *
 * @param networks of the operator's own that may be reached all the same
 * @param patience for one attempt, from the look-up of the name to the status of the answer
 * @param attempts after which a message is given up
 * @param retry after the first attempt; after each further one four times as long
 * @param kept how long messages that were delivered or given up are remembered
 */
@ConfigurationProperties(prefix = "hook", ignoreUnknownFields = false)
record HookSettings(
    @DefaultValue List<Receiver> receivers,
    @DefaultValue List<String> networks,
    @DefaultValue("10s") Duration patience,
    @DefaultValue("9") int attempts,
    @DefaultValue("5s") Duration retry,
    @DefaultValue("30d") Duration kept) {

  /** More would be longer than anybody waits, and in the end more than a number holds. */
  private static final int FACTORS = 10;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  HookSettings {
    networks.forEach(AddressRange::parse);
    if (attempts < 1) {
      throw new IllegalArgumentException("hook.attempts must be 1 or more");
    }
    Set<String> names = new HashSet<>();
    for (Receiver receiver : receivers) {
      if (!names.add(receiver.name())) {
        throw new IllegalArgumentException(
            "hook.receivers: two of them are called " + receiver.name());
      }
    }
  }

  /** How long a message waits after an attempt that failed. */
  Duration pause(int attempts) {
    return retry.multipliedBy(1L << 2 * (Math.min(attempts, FACTORS) - 1));
  }

  List<AddressRange> ranges() {
    return networks.stream().map(AddressRange::parse).toList();
  }

  /**
   * One who is told.
   *
   * @param name by which the queue knows it
   * @param secret with which its messages are signed, {@code whsec_…}; several, with spaces between
   *     them, while one replaces another
   * @param secretFile a file that holds it instead
   * @param municipalities keys; all but invented ones if empty
   * @param events all if empty
   */
  record Receiver(
      String name,
      URI url,
      @Nullable String secret,
      @Nullable Path secretFile,
      @DefaultValue List<String> municipalities,
      @DefaultValue Set<HookEvent> events) {

    Receiver {
      if (name == null || !NAME.matcher(name).matches()) {
        throw refused("each needs a name of small letters, digits and hyphens");
      }
      String scheme = url == null ? null : url.getScheme();
      if (url == null
          || url.getHost() == null
          || !("https".equals(scheme) || "http".equals(scheme))
          || url.getUserInfo() != null
          || url.getFragment() != null) {
        throw refused(name + " needs a url such as https://receiver.example/hook");
      }
      if ((secret == null) == (secretFile == null)) {
        throw refused(name + " needs a secret or a secret-file");
      }
      if (secret != null) {
        SigningSecrets.parse(secret);
      }
      events = events.isEmpty() ? EnumSet.allOf(HookEvent.class) : Set.copyOf(events);
    }

    private static IllegalArgumentException refused(String why) {
      return new IllegalArgumentException("hook.receivers: " + why);
    }

    /** Without the secret: what is logged is read by many. */
    @Override
    public String toString() {
      return name + " at " + url;
    }
  }
}
