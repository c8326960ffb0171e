package org.stadtstand.city.publicservice;

import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Language;

/** The way by which people used a service. */
enum Channel implements Labelled {
  ALL("Alle Wege", "all channels"),
  ONLINE("Online", "online"),
  OFFICE("Vor Ort", "in person"),
  POST("Post", "post"),
  PHONE("Telefon", "phone");

  private final String de;
  private final String en;

  Channel(String de, String en) {
    this.de = de;
    this.en = en;
  }

  @Override
  public String label(Language language) {
    return language == Language.DE ? de : en;
  }
}
