package org.stadtstand.ground.embedded;

import java.nio.file.Path;

/** What lies where in the folder that holds everything the embedded database needs. */
public record DataDirectory(Path folder) {

  public DataDirectory {
    folder = folder.toAbsolutePath().normalize();
  }

  /** PostgreSQL's own files. */
  Path cluster() {
    return folder.resolve("postgres");
  }

  /** Written once the cluster was set up whole: a set-up that was killed leaves none. */
  public Path complete() {
    return cluster().resolve("stadtstand.complete");
  }

  public Path processFile() {
    return cluster().resolve("postmaster.pid");
  }

  Path password() {
    return folder.resolve("postgres.password");
  }

  Path log() {
    return folder.resolve("postgres.log");
  }

  Path lock() {
    return folder.resolve("stadtstand.lock");
  }

  /** PostgreSQL's programs. Not in the shared temporary folder, where others could swap them. */
  Path programs() {
    return folder.resolve("programs");
  }

  /**
   * The library opens the folder it unpacks into to everybody: so it lies in one that is closed.
   */
  static Path unpacked(Path programs) {
    return programs.resolve("unpacked");
  }
}
