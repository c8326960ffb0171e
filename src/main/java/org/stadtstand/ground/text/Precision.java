package org.stadtstand.ground.text;

/** How exactly a date is known. */
public enum Precision {
  DAY,
  MONTH,
  QUARTER,
  /** Spring, summer, autumn or winter, from the first day of March, June, September, December. */
  SEASON,
  YEAR,
  /** Between two days. */
  BETWEEN,
  /** Not after a day; nobody knows how long before it. */
  NOT_LATER_THAN
}
