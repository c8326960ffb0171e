package org.stadtstand.deliver.description;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.stadtstand.ground.command.FolderNames;

/** Looks for deliveries below a folder that is none: a package, or a folder of packages. */
public final class DeliveriesBelow {

  private static final int SHOWN = 5;

  private DeliveriesBelow() {}

  public static boolean isDelivery(Path folder) {
    return Files.isRegularFile(folder.resolve(Description.FILE));
  }

  /** Whether there is a delivery right in the folder. */
  public static boolean isPackage(Path folder) throws IOException {
    return folders(folder).stream().anyMatch(DeliveriesBelow::isDelivery);
  }

  /** The folders within, by name, without those of the operating system. */
  public static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  /** The deliveries in the folder, or else the packages; empty if there are neither. */
  static String named(Path folder) throws IOException {
    List<Path> below = folders(folder);
    List<Path> named = below.stream().filter(DeliveriesBelow::isDelivery).toList();
    if (named.isEmpty()) {
      named = below.stream().filter(DeliveriesBelow::isReadablePackage).toList();
    }
    List<String> names = named.stream().limit(SHOWN).map(FolderNames::of).toList();
    return String.join(", ", names) + (named.size() > SHOWN ? " …" : "");
  }

  /** A hint is no reason to fail. */
  private static boolean isReadablePackage(Path folder) {
    try {
      return Files.isReadable(folder) && isPackage(folder);
    } catch (IOException e) {
      return false;
    }
  }
}
