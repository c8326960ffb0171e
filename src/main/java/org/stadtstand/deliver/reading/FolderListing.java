package org.stadtstand.deliver.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.description.Description;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.deliver.finding.FolderRule;
import org.stadtstand.ground.command.FolderNames;
import org.stadtstand.ground.text.NormalForm;

/**
 * What lies in a folder, by name, except what is hidden and so the operating system's.
 *
 * @param files sorted; folders and links are among them
 */
record FolderListing(List<Path> files) {

  static FolderListing of(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new FolderListing(
          files.filter(file -> !FolderNames.of(file).startsWith(".")).sorted().toList());
    }
  }

  /** The file that a description calls so; null if there is none. */
  @Nullable Path named(String name) {
    return files.stream().filter(file -> name(file).equals(name)).findFirst().orElse(null);
  }

  /** One system composes the letters of a name, and another takes them apart. */
  private static String name(Path file) {
    return NormalForm.of(FolderNames.of(file));
  }

  /** A link is never followed: it may lead out of the folder, to what nobody meant to publish. */
  void links(Findings findings) {
    files.stream()
        .filter(Files::isSymbolicLink)
        .forEach(
            link ->
                findings.add(FolderRule.SYMBOLIC_LINK, FindingPlace.file(FolderNames.of(link))));
  }

  void unknown(Description description, Findings findings) {
    Set<String> read = new HashSet<>();
    for (Path file : files) {
      String name = name(file);
      boolean named = name.equals(Description.FILE) || description.files().contains(name);
      // Of two names that only a program can tell apart, the first is read.
      boolean known = named && read.add(name);
      if (!known && !name.startsWith("README") && !Files.isSymbolicLink(file)) {
        boolean table = name.matches("(?i).*\\.csv");
        findings.add(
            table ? FolderRule.UNKNOWN_FILE : FolderRule.FOREIGN_FILE, FindingPlace.file(name));
      }
    }
  }
}
