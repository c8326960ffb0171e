package org.stadtstand.deliver.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a description says of the bytes of a file, so that one which lost some on its way is not
 * taken for the whole.
 *
 * @param bytes how many; null if the description does not say
 */
public record FileContent(@Nullable BigInteger bytes, @Nullable Hash hash) {

  /**
   * A digest of the bytes.
   *
   * @param algorithm as descriptions name it
   * @param digits hexadecimal, in lower case
   */
  public record Hash(String algorithm, String digits) {

    /** What stands in a hash without a name is MD5, by the specification. */
    private static final String UNNAMED = "md5";

    private static final Map<String, String> NAMES =
        Map.of(UNNAMED, "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512");

    /** Null if the algorithm is unknown, or the number of digits is not that of the algorithm. */
    static @Nullable Hash of(String text) {
      String[] parts = text.toLowerCase(Locale.ROOT).split(":", 2);
      String algorithm = parts.length == 1 ? UNNAMED : parts[0];
      String digits = parts[parts.length - 1];
      boolean known =
          NAMES.containsKey(algorithm)
              && digits.matches("[0-9a-f]{" + 2 * digest(algorithm).getDigestLength() + "}");
      return known ? new Hash(algorithm, digits) : null;
    }

    /** That of a file, by the same algorithm. */
    public Hash of(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        MessageDigest digest = digest(algorithm);
        in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return new Hash(algorithm, HexFormat.of().formatHex(digest.digest()));
      }
    }

    private static MessageDigest digest(String algorithm) {
      try {
        return MessageDigest.getInstance(String.valueOf(NAMES.get(algorithm)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("This Java has no " + algorithm, e);
      }
    }

    @Override
    public String toString() {
      return algorithm + ":" + digits;
    }
  }
}
