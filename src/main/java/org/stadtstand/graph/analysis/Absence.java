package org.stadtstand.graph.analysis;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** Why a row has no value by which it could be grouped. */
enum Absence implements LabelledChoice {
  NO_VALUE("ohne Angabe", "not given"),
  NO_EVENT("noch nichts erfasst", "nothing recorded yet"),
  OUTSIDE_LEVEL("außerhalb", "outside"),
  WITHHELD("gesetzlich zurückgehalten", "withheld by law");

  private final Text text;

  Absence(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}
