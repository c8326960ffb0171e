package org.stadtstand.city.publicservice;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** Why there are no counts: a count of what nobody has recorded would be nought. */
enum CountsAbsence implements LabelledChoice {
  MEMBERS_NOT_RECORDED("Mitglieder nicht erfasst", "members not recorded");

  private final Text text;

  CountsAbsence(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}
