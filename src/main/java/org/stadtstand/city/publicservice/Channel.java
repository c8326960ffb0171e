package org.stadtstand.city.publicservice;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** The channel through which people used a service. */
enum Channel implements LabelledChoice {
  ALL("Alle Wege", "all channels"),
  ONLINE("Online", "online"),
  OFFICE("Vor Ort", "in person"),
  POST("Post", "post"),
  PHONE("Telefon", "phone");

  private final Text text;

  Channel(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}
