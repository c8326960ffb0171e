package org.stadtstand.deliver.publication;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which folder became which release, and the fingerprints by which it is recognised. */
final class DeliveryLog {

  /** A folder that was published. */
  record Entry(int release, int number, boolean sameRows) {}

  private final JdbcClient jdbc;

  DeliveryLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The byte fingerprints of everything ever published. */
  Set<String> bytes() {
    return new HashSet<>(
        jdbc.sql("select encode(bytes, 'hex') from delivery").query(String.class).list());
  }

  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  Optional<Entry> find(String pack, String folder, byte[] digest) {
    return entry("d.package = :package and d.folder = :folder", pack, folder, digest)
        .or(() -> entry("d.digest = :digest", pack, folder, digest));
  }

  private Optional<Entry> entry(String where, String pack, String folder, byte[] digest) {
    return jdbc.sql(
            """
            select r.id, r.number, d.digest = :digest as same
            from delivery d join release r on r.id = d.release where
            """
                + where)
        .param("package", pack)
        .param("folder", folder)
        .param("digest", digest)
        .query((row, number) -> new Entry(row.getInt(1), row.getInt(2), row.getBoolean("same")))
        .optional();
  }

  void add(int release, String pack, String folder, byte[] digest, byte[] bytes) {
    jdbc.sql(
            """
            insert into delivery (release, package, folder, digest, bytes)
            values (:release, :package, :folder, :digest, :bytes)
            """)
        .param("release", release)
        .param("package", pack)
        .param("folder", folder)
        .param("digest", digest)
        .param("bytes", bytes)
        .update();
  }

  /** Remembers other bytes with the same rows, so that the next start need not read them. */
  void remember(int release, byte[] bytes) {
    jdbc.sql("update delivery set bytes = :bytes where release = :release")
        .param("bytes", bytes)
        .param("release", release)
        .update();
  }
}
