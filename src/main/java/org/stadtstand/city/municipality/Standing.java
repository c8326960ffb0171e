package org.stadtstand.city.municipality;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/**
 * How a municipality's data stand to the city itself: delivered by it, compiled about it, or made
 * up to try the server out.
 */
enum Standing implements LabelledChoice {
  OFFICIAL("amtlich", "official"),
  EDITORIAL("nicht amtlich, redaktionell zusammengestellt", "not official, compiled by editors"),
  DEMO("erfundene Demodaten", "invented demo data");

  private final Text text;

  Standing(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}
