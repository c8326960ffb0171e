package org.stadtstand.ground.sql;

/** The end of a row's period, as stored in the column {@code until}. */
public final class Until {

  /** Marks a row that still holds; a number rather than null, so that it can be compared. */
  public static final int OPEN = Integer.MAX_VALUE;

  private Until() {}
}
