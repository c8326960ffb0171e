package org.stadtstand.deliver.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.encoding.Sha256;

/** A fingerprint (SHA-256) of what was read: the same for equal values, however written. */
final class Digest {

  private static final byte END_OF_VALUE = 0x1f;
  private static final byte END_OF_ROW = 0x1e;

  private final MessageDigest digest = Sha256.start();

  void row(String key, @Nullable Object... values) {
    value(key);
    for (Object value : values) {
      value(value);
    }
    digest.update(END_OF_ROW);
  }

  private void value(@Nullable Object value) {
    if (value != null) {
      String text = value instanceof BigDecimal d ? canonical(d) : value.toString();
      digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
    digest.update(END_OF_VALUE);
  }

  private static String canonical(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  byte[] finish() {
    return digest.digest();
  }

  /** The fingerprint of the files as they are, byte by byte. */
  static byte[] bytes(List<Path> files) throws IOException {
    Digest all = new Digest();
    byte[] buffer = new byte[1 << 16];
    for (Path file : files) {
      all.row(file.getFileName().toString(), Files.size(file));
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file), buffer.length)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          all.digest.update(buffer, 0, read);
        }
      }
    }
    return all.finish();
  }
}
