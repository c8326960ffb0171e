package org.stadtstand.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/**
 * Writes the packages of the demo city, or of many cities for a load test. Cities are written one
 * after the other, so memory use stays flat.
 */
public final class GenerateDemo {

  private GenerateDemo() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  /** Returns the exit code: 0 if written, 1 for an I/O error, 2 for wrong arguments. */
  static int run(String[] args, PrintStream out, PrintStream err) {
    try {
      GeneratorOptions arguments = GeneratorOptions.parse(args);
      long rows = 0;
      for (int number = 1; number <= arguments.scale(); number++) {
        rows += new CityPackages(arguments, City.of(arguments, number)).write();
      }
      out.println(arguments.scale() + " city(ies), " + rows + " rows in " + arguments.out());
      return 0;
    } catch (IllegalArgumentException wrong) {
      err.println(wrong.getMessage());
      return 2;
    } catch (IOException | UncheckedIOException refused) {
      err.println("The packages could not be written: " + refused.getMessage());
      return 1;
    }
  }
}
