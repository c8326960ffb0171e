package org.stadtstand;

/**
 * The entry point of {@code java -jar}. Compiled for Java 17, unlike everything else, so that a
 * Java too old for the server can still report that in a sentence.
 */
public final class Start {

  private static final int NEEDED = 25;

  private Start() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    if (Runtime.version().feature() < NEEDED) {
      System.err.printf(
          "Stadtstand needs Java %d or newer; this is Java %s in %s. Install one, and start it with"
              + " that one's java.%n",
          NEEDED, Runtime.version().feature(), System.getProperty("java.home"));
      System.exit(1);
    }
    // By name, because this compilation cannot see classes built for a newer Java.
    Class.forName("org.stadtstand.Application")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }
}
