package org.stadtstand.city.municipality;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/**
 * How the city relates to its data: it delivered them, others compiled them about it, or they are
 * invented to try out the server.
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
