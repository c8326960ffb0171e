package org.stadtstand.city.organisation;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** The kind of body an organisational unit is. */
enum OrgUnitKind implements LabelledChoice {
  DEPARTMENT("Dezernat", "department"),
  OFFICE("Amt", "office"),
  INSTITUTE("Institut", "institute"),
  STAFF_UNIT("Stabsstelle", "staff unit"),
  SUBSIDIARY("Beteiligung oder Tochter", "subsidiary"),
  COMMITTEE("Ausschuss", "committee"),
  COUNCIL("Rat", "council"),
  DISTRICT_COUNCIL("Bezirksvertretung", "district council"),
  EXTERNAL("Extern", "external");

  private final Text text;

  OrgUnitKind(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}
