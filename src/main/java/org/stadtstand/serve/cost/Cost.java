package org.stadtstand.serve.cost;

/**
 * The most that an answer can cost, known from the question and the sizes of its lists before
 * anything of it is read.
 *
 * @param values in the answer
 * @param rows in all its lists together
 * @param work in units: finding and counting the rows, whatever of them is in the answer
 * @param pages of the longest list at the root
 * @param scanned rows that its figures are made of
 * @param municipalities whose records are listed
 */
public record Cost(
    long values, long rows, long work, long pages, long scanned, int municipalities) {

  /** Of a question that is refused before its lists are known. */
  static final Cost LEAST = new Cost(0, 0, 0, 1, 0, 1);

  private static final long VALUES_OF_A_UNIT = 100;

  /** In units; the first is for the request itself. */
  public long units() {
    return Size.plus(1 + Math.ceilDiv(values, VALUES_OF_A_UNIT), work);
  }
}
