package org.stadtstand.ground.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stadtstand.ground.fault.StartRefused;

/**
 * Runs PostgreSQL's programs. They refuse to run as root; if the server runs as root, they run in a
 * user namespace of their own, as nobody.
 */
record Programs(Path folder, File log) {

  static void refuseRootWithoutNamespace() throws IOException {
    Path self = Path.of("/proc/self");
    if (Files.exists(self)
        && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
        && !LinuxUtils.isUnshareAvailable()) {
      throw new StartRefused(
          "PostgreSQL does not run as root, and this machine gives root no user namespace.",
          "Start as another user, or set SPRING_DATASOURCE_URL to a PostgreSQL.");
    }
  }

  /** Waits for the program to end; its output goes to the log. */
  int run(Path program, List<String> arguments, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(program.toString());
    command.addAll(arguments);
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start()
        .waitFor();
  }
}
