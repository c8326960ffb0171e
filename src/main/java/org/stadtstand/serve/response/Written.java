package org.stadtstand.serve.response;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.record.time.Basis;
import org.stadtstand.serve.answer.FinishedAnswer;

/**
 * A whole answer as bytes, as it is kept.
 *
 * @param digest names the bytes before they were coded
 * @param changed when what it rests on was published, or its day began, whichever was later
 * @param made when it was written
 * @param validators as they are sent, made once
 */
record Written(
    FinishedAnswer answer,
    byte[] bytes,
    Basis basis,
    Coding coding,
    String digest,
    Instant changed,
    Instant made,
    Validators validators) {

  private static final int DIGEST_BYTES = 18;
  private static final int REST = 800;
  private static final int REST_OF_A_PIN = 150;

  /** Null where there are no bytes to keep: the answer is not whole, or flows. */
  static @Nullable Written of(FinishedAnswer answer, Instant changed, Instant made) {
    Basis basis = answer.basis();
    return answer.whole()
            && basis != null
            && answer.content() instanceof FinishedAnswer.Bytes(byte[] bytes)
        ? plain(answer, bytes, basis, changed, made)
        : null;
  }

  private static Written plain(
      FinishedAnswer answer, byte[] bytes, Basis basis, Instant changed, Instant made) {
    String digest = digest(bytes);
    Validators validators = Validators.of(digest, Coding.IDENTITY, changed, basis);
    return new Written(answer, bytes, basis, Coding.IDENTITY, digest, changed, made, validators);
  }

  Written coded(Coding wanted) {
    if (wanted == coding || !wanted.isWorthIt(bytes)) {
      return this;
    }
    return with(wanted, wanted.encode(bytes));
  }

  /** The same, if possible with the bytes that were coded before. */
  Written coded(Coding wanted, Written former) {
    return former.coding == wanted && former.digest.equals(digest)
        ? with(wanted, former.bytes)
        : coded(wanted);
  }

  private Written with(Coding wanted, byte[] coded) {
    FinishedAnswer same =
        new FinishedAnswer(
            answer.status(),
            answer.contentType(),
            answer.headers(),
            new FinishedAnswer.Bytes(coded),
            basis,
            true);
    Validators own = Validators.of(digest, wanted, changed, basis);
    return new Written(same, coded, basis, wanted, digest, changed, made, own);
  }

  String etag() {
    return validators.etag();
  }

  /** In bytes of heap. */
  int weight() {
    return bytes.length + REST + REST_OF_A_PIN * basis.pins().size();
  }

  static String digest(byte[] bytes) {
    return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(Sha256.of(bytes), DIGEST_BYTES));
  }
}
