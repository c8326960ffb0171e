package org.stadtstand.serve.pages;

import org.stadtstand.ground.text.Language;

/**
 * The headline of a city: what became of the targets that are due. A target counts as reached only
 * if a value shows it, late or not; what was only said is no proof.
 *
 * @param targets all that are recorded
 * @param due those of them whose day has come
 * @param reached those that are due and reached
 */
record CityFinding(int targets, int due, int reached) {

  String in(Language language) {
    if (targets == 0) {
      return language.pick("Noch ist kein Ziel erfasst", "No target is recorded yet");
    }
    if (due == 0) {
      return language.pick("Noch ist kein Ziel fällig", "No target is due yet");
    }
    if (due == 1) {
      return reached == 1
          ? language.pick(
              "Das einzige fällige Ziel ist erreicht, wie ein Wert zeigt",
              "The only target that is due is reached, as a value shows")
          : language.pick(
              "Dass das einzige fällige Ziel erreicht ist, zeigt kein Wert",
              "No value shows that the only target that is due is reached");
    }
    return language.pick(
        "Von %s fälligen Zielen %s durch einen Wert als erreicht belegt"
            .formatted(
                due, reached == 0 ? "ist keines" : reached == 1 ? "ist eines" : "sind " + reached),
        "Of %s targets that are due, %s"
            .formatted(
                due,
                reached == 0
                    ? "none is shown by a value to be reached"
                    : reached == 1
                        ? "one is shown by a value to be reached"
                        : reached + " are shown by a value to be reached"));
  }
}
