package org.stadtstand.city.strategy;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/**
 * What became of a target by a day, as known at a release. Rule 1, the first case that applies:
 *
 * <ol>
 *   <li>A revision abandoned or superseded the target; the latest such revision counts: {@link
 *       #ABANDONED}, {@link #SUPERSEDED}.
 *   <li>The target is only in words or has no target value: {@link #REACHED_UNVERIFIED} once a
 *       claim says it is reached, until then {@link #NOT_MEASURABLE}.
 *   <li>The last observation up to the due day reaches the target value: {@link #REACHED}. If it is
 *       an estimate: {@link #REACHED_UNVERIFIED}, unless case 4 applies. Without a due date every
 *       observation is in time.
 *   <li>A later observation that is not an estimate reaches it: {@link #REACHED_LATE}.
 *   <li>The due day has passed, and the last observation up to it falls on that day and is short:
 *       {@link #MISSED}.
 *   <li>A claim says the target is reached, and no observation from that day or later is short:
 *       {@link #REACHED_UNVERIFIED}. A claim marked as contradicted is ignored.
 *   <li>The due day has not passed, or there is none: {@link #NOT_DUE}.
 *   <li>The last observation up to the due day, or failing that one after it, is short: {@link
 *       #MISSED_ON_LAST_VALUE}. If there is no observation, or a later one that decides nothing:
 *       {@link #DUE_UNREPORTED}.
 * </ol>
 *
 * <p>A date given as a month, quarter or year counts from its last day. Values are compared in the
 * target's unit; an observation without a unit is taken to have it. A value in a unit that does not
 * convert, and a bound that leaves the comparison open, for example "more than 40" against a target
 * of at least 50, decides nothing.
 */
enum TargetOutcome implements LabelledChoice {
  NOT_DUE("Noch nicht fällig", "not due yet"),
  REACHED("Erreicht", "reached"),
  REACHED_LATE("Verspätet erreicht", "reached late"),
  REACHED_UNVERIFIED("Als erreicht gemeldet, ohne Messwert", "said to be reached, not measured"),
  MISSED("Verfehlt", "missed"),
  MISSED_ON_LAST_VALUE("Nach letztem Wert verfehlt", "missed by the last value"),
  DUE_UNREPORTED("Fällig, ohne Meldung", "due, nothing reported"),
  ABANDONED("Aufgegeben", "abandoned"),
  SUPERSEDED("Ersetzt", "superseded"),
  NOT_MEASURABLE("Nicht messbar", "not measurable");

  private final Text text;

  TargetOutcome(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}
