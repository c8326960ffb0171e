package org.stadtstand.ground.embedded;

import java.nio.file.Path;

/** The layout of the folder that holds everything the embedded database needs. */
public record DataDirectory(Path folder) {

  public DataDirectory {
    folder = folder.toAbsolutePath().normalize();
  }

  /** PostgreSQL's own files. */
  Path cluster() {
    return folder.resolve("postgres");
  }

  /** Written once the cluster is fully set up; missing if the set-up was killed. */
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

  /** PostgreSQL's programs; not in the shared temporary folder, where others could replace them. */
  Path programs() {
    return folder.resolve("programs");
  }

  /** The library unpacks into a folder open to everyone, so it sits inside one that is not. */
  static Path unpacked(Path programs) {
    return programs.resolve("unpacked");
  }
}
