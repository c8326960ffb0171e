package org.stadtstand.record.time;

/**
 * Published within this server after something was withheld by law: immediately by the server that
 * did it, by the others as soon as they learn of it. Whoever keeps anything that was read forgets
 * it.
 *
 * @param municipality its key
 * @param again whether it was published before: some time later questions are over that had begun
 *     before it, and may have kept what they had read
 */
public record RecordRedacted(String municipality, boolean again) {

  public RecordRedacted(String municipality) {
    this(municipality, false);
  }
}
