package org.stadtstand.ground.text;

/** How exactly a date is known. */
public enum Precision {
  DAY,
  MONTH,
  QUARTER,
  YEAR
}
