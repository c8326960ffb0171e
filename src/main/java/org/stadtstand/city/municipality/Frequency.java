package org.stadtstand.city.municipality;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/**
 * How often a record is said to be renewed, by the codes of the frequency list of the Publications
 * Office of the European Union; where a code names no interval, a quarter counts.
 */
enum Frequency implements LabelledChoice {
  DAILY(1, "täglich", "daily"),
  WEEKLY(7, "wöchentlich", "weekly"),
  BIWEEKLY(14, "alle zwei Wochen", "every two weeks"),
  MONTHLY(31, "monatlich", "monthly"),
  BIMONTHLY(62, "alle zwei Monate", "every two months"),
  QUARTERLY(92, "vierteljährlich", "quarterly"),
  ANNUAL_2(184, "halbjährlich", "twice a year"),
  ANNUAL(366, "jährlich", "annually"),
  BIENNIAL(731, "alle zwei Jahre", "every two years"),
  TRIENNIAL(1_096, "alle drei Jahre", "every three years"),
  IRREG(Frequency.UNSTATED_DAYS, "unregelmäßig", "irregularly"),
  UNKNOWN(Frequency.UNSTATED_DAYS, "unbekannt", "unknown"),
  NEVER(Integer.MAX_VALUE, "nie", "never");

  /** After how many days a record counts as old whose publisher states no interval. */
  static final int UNSTATED_DAYS = 90;

  private final int days;
  private final Text text;

  Frequency(int days, String de, String en) {
    this.days = days;
    this.text = new Text(de, en);
  }

  /** After how many days without a new release the record is older than it was meant to be. */
  int days() {
    return days;
  }

  @Override
  public Text text() {
    return text;
  }
}
