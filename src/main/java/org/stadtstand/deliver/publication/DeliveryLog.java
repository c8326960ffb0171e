package org.stadtstand.deliver.publication;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.deliver.description.Description;
import org.stadtstand.deliver.reading.Delivery;

/** Which folder became which release, and the fingerprints by which it is recognised. */
final class DeliveryLog {

  /** A folder that was published. */
  record Entry(int release, int number, boolean sameRows) {}

  private final JdbcClient jdbc;

  DeliveryLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The byte fingerprints of everything ever published, each with the municipality's key. */
  Map<String, String> bytes() {
    Map<String, String> bytes = new HashMap<>();
    jdbc.sql(
            """
            select encode(d.bytes, 'hex') as bytes, k.key
            from delivery d join record k on k.id = d.municipality
            """)
        .query(
            row -> {
              bytes.put(row.getString("bytes"), row.getString("key"));
            });
    return bytes;
  }

  /** Whose folder these bytes are; the newest first, because it was mostly published just now. */
  Optional<String> city(byte[] bytes) {
    return jdbc.sql(
            """
            select (select k.key from record k where k.id = d.municipality)
            from delivery d where d.bytes = :bytes order by d.release desc limit 1
            """)
        .param("bytes", bytes)
        .query(String.class)
        .optional();
  }

  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  /**
   * A folder belongs to its city: others may give theirs the same names. What could not be read is
   * no part of the digest, so that a faulty delivery is never the same as another one.
   */
  Optional<Entry> find(Delivery delivery, String folder, byte[] digest) {
    Description description = delivery.description();
    boolean whole = !delivery.findings().refuse();
    String own = "k.key = :municipality and d.package = :package and d.folder = :folder";
    return entry(own, description, folder, digest)
        .map(entry -> new Entry(entry.release, entry.number, entry.sameRows && whole))
        .or(
            () ->
                whole
                    ? entry("d.digest = :digest", description, folder, digest)
                    : Optional.empty());
  }

  private Optional<Entry> entry(
      String where, Description description, String folder, byte[] digest) {
    return jdbc.sql(
            """
            select r.id, r.number, d.digest = :digest as same
            from delivery d join release r on r.id = d.release
            join record k on k.id = d.municipality where
            """
                + where)
        .param("municipality", description.municipality())
        .param("package", description.name())
        .param("folder", folder)
        .param("digest", digest)
        .query((row, number) -> new Entry(row.getInt(1), row.getInt(2), row.getBoolean("same")))
        .optional();
  }

  void add(int release, String pack, String folder, byte[] digest, byte[] bytes) {
    jdbc.sql(
            """
            insert into delivery (release, municipality, package, folder, digest, bytes)
            select id, municipality, :package, :folder, :digest, :bytes
            from release where id = :release
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
