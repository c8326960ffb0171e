package org.stadtstand.record;

/** How exactly a date is known. */
public enum Precision {
  DAY,
  MONTH,
  QUARTER,
  YEAR
}
