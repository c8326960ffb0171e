package org.stadtstand.ground.command;

import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the arguments as the program reads them, and whether they are folders, in ASCII. */
final class EchoedArguments {

  private EchoedArguments() {}

  public static void main(String[] arguments) {
    for (String argument : GivenArguments.of(arguments)) {
      Path path = FolderNames.path(argument);
      System.out.println(
          ascii(argument)
              + " "
              + Files.exists(path.resolve("datapackage.json"))
              + " "
              + ascii(FolderNames.of(path)));
    }
  }

  private static String ascii(String text) {
    StringBuilder ascii = new StringBuilder();
    text.chars().forEach(c -> ascii.append(c < 128 ? (char) c : "{%04x}".formatted(c)));
    return ascii.toString();
  }
}
