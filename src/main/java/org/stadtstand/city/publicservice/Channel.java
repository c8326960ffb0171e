package org.stadtstand.city.publicservice;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** The channel through which people used a service. */
enum Channel implements LabelledChoice {
  ALL("alle Wege", "all channels"),
  ONLINE("online", "online"),
  OFFICE("vor Ort", "in person"),
  POST("Post", "post"),
  PHONE("Telefon", "phone");

  private final Text phrase;

  Channel(String de, String en) {
    phrase = new Text(de, en);
  }

  @Override
  public Text text() {
    return phrase.capital();
  }

  @Override
  public Text phrase() {
    return phrase;
  }
}
