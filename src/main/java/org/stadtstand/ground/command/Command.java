package org.stadtstand.ground.command;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import org.springframework.beans.factory.BeanFactory;

/**
 * Something an operator runs instead of starting the server. Its fields declare its arguments and
 * hold their values; the application is brought up only once all of them are valid.
 */
public interface Command {

  /** Exit status of a command that succeeded. */
  int DONE = 0;

  /** Exit status of a command that declined; its output says why. */
  int REFUSED = 1;

  /** Runs the command, prints the result, and returns the exit status. */
  int run(BeanFactory application, PrintStream out) throws IOException, SQLException;
}
