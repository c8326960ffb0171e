package org.stadtstand;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.stadtstand.ground.command.Commands;

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
    return run(command -> command.run(application, out()), arguments);
  }

  /** The same if the command fails so. */
  int failing(Exception failure, String... arguments) {
    return run(
        command -> {
          switch (failure) {
            case IOException io -> throw io;
            case SQLException sql -> throw sql;
            case RuntimeException other -> throw other;
            default -> throw new IllegalArgumentException(failure);
          }
        },
        arguments);
  }

  private int run(Commands.Start start, String... arguments) {
    printed.reset();
    complained.reset();
    PrintStream err = new PrintStream(complained, true, StandardCharsets.UTF_8);
    return Application.commands().execute(List.of(arguments), out(), err, start);
  }

  private PrintStream out() {
    return new PrintStream(printed, true, StandardCharsets.UTF_8);
  }

  public int run(List<String> arguments) {
    return run(arguments.toArray(String[]::new));
  }

  /** Withholds one field of a record, which must succeed. */
  public void withhold(String municipality, String table, String key, String field) {
    int status =
        run(
            "redact",
            municipality,
            table,
            key,
            "--field=" + field,
            "--reason=A name",
            "--legal-basis=Art. 17 DSGVO");
    if (status != 0) {
      throw new AssertionError(complaint());
    }
  }

  /**
   * The same.
   *
   * @param place table, key and field with blanks between
   */
  public void withhold(String municipality, String place) {
    String[] words = place.split(" ", 3);
    withhold(municipality, words[0], words[1], words[2]);
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
