package org.stadtstand.ground.command;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import org.springframework.beans.factory.BeanFactory;

/**
 * What an operator can have done instead of starting the server. Its fields say what it takes, and
 * hold what it was given; the application is there only when all of that was understood.
 */
public interface Command {

  /** The status of a command that did what it was asked to do. */
  int DONE = 0;

  /** The status of a command that did not: what it printed says why. */
  int REFUSED = 1;

  /** Does it, prints what came of it, and returns the status. */
  int run(BeanFactory application, PrintStream out) throws IOException, SQLException;
}
