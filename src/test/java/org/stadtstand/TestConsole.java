package org.stadtstand;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;

/** The real command line for an application that already exists. */
public final class TestConsole {

  private final BeanFactory application;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  public TestConsole(BeanFactory application) {
    this.application = application;
  }

  /** Returns the status; the output of an earlier command is discarded. */
  public int run(String... arguments) {
    printed.reset();
    complained.reset();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(complained, true, StandardCharsets.UTF_8);
    return Application.commands()
        .execute(List.of(arguments), out, err, command -> command.run(application, out));
  }

  public int run(List<String> arguments) {
    return run(arguments.toArray(String[]::new));
  }

  public String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  public List<String> lines() {
    return printed().lines().toList();
  }

  /** What was printed to the error stream. */
  public String complaint() {
    return complained.toString(StandardCharsets.UTF_8);
  }
}
