package org.stadtstand.city.evidence;

import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

/** What may be reused from a source: only its facts, short quotations, or all of it. */
enum Reuse implements LabelledChoice {
  FACTS_ONLY("nur Tatsachen", "facts only"),
  QUOTE("Zitat erlaubt", "may be quoted"),
  OPEN("frei nachnutzbar", "open for reuse");

  private final Text text;

  Reuse(String de, String en) {
    text = new Text(de, en);
  }

  @Override
  public Text text() {
    return text;
  }
}
