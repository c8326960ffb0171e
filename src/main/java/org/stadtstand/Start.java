package org.stadtstand;

/**
 * Where {@code java -jar} begins. Compiled for Java 17, unlike all the rest, so that an older Java
 * than the server needs can still say so in a sentence.
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
    // By name: this compiler run does not see classes of a newer Java.
    Class.forName("org.stadtstand.Application")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }
}
