package org.stadtstand.ground.sql;

/** The end of the period for which a row holds, as the column {@code until} says it. */
public final class Until {

  /** The end of a row that still holds; a number and not null, so that it can be compared. */
  public static final int OPEN = Integer.MAX_VALUE;

  private Until() {}
}
