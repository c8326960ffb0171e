package org.stadtstand.city.strategy;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/**
 * What became of a target on a day, as known at a release. Rule 1, the first that fits:
 *
 * <ol>
 *   <li>A revision has abandoned or superseded the target, the latest of these counts: {@link
 *       #ABANDONED}, {@link #SUPERSEDED}.
 *   <li>The target is in words or has no target value: {@link #REACHED_UNVERIFIED} once a claim
 *       says that it is reached, until then {@link #NOT_MEASURABLE}.
 *   <li>The last observation up to the due day reaches the target value: {@link #REACHED}. If it is
 *       an estimate: {@link #REACHED_UNVERIFIED}, unless 4 fits. Without a due date every
 *       observation is in time.
 *   <li>A later observation that is no estimate reaches it: {@link #REACHED_LATE}.
 *   <li>The due day is over, and the last observation up to it ends on it and is short: {@link
 *       #MISSED}.
 *   <li>A claim says that it is reached, and no observation of that day or later is short: {@link
 *       #REACHED_UNVERIFIED}. A claim that is marked as contradicted says nothing.
 *   <li>The due day is not over, or there is none: {@link #NOT_DUE}.
 *   <li>The last observation up to the due day, or after it if there is none before, is short:
 *       {@link #MISSED_ON_LAST_VALUE}. There is none: {@link #DUE_UNREPORTED}.
 * </ol>
 *
 * <p>A date of a month, quarter or year counts from its last day. Only observations with a value in
 * the unit of the target are compared; one that gives no unit has the target's. A bound which
 * leaves it open, such as "more than 40" where at least 50 is the target, decides nothing.
 */
enum TargetOutcome implements LabelledChoice {
  NOT_DUE("Noch nicht fällig", "not due yet"),
  REACHED("Erreicht", "reached"),
  REACHED_LATE("Verspätet erreicht", "reached late"),
  REACHED_UNVERIFIED("Laut Stadt erreicht, ohne Messwert", "said to be reached, not measured"),
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
