package org.stadtstand.demo;

/** A fictional city: its names, its size and the seed that determines everything in it. */
record City(
    long seed, String key, String name, String ags, String ars, int projects, Timeline timeline) {

  static City of(GeneratorOptions arguments, int number) {
    Timeline timeline = new Timeline(arguments.releases());
    if (arguments.scale() == 1) {
      return new City(
          arguments.seed(),
          "musterstadt",
          "Musterstadt",
          "99999999",
          "999999999999",
          arguments.projects(),
          timeline);
    }
    String four = Texts.padded(number);
    return new City(
        arguments.seed() * 10_007 + number,
        "demo-" + four,
        "Musterstadt " + four,
        "9900" + four,
        "99000000" + four,
        arguments.projects(),
        timeline);
  }

  Dice dice(String about, long number) {
    return Dice.of(seed, about, number);
  }

  /** Fills the placeholders in a text; a text without any is returned as it is. */
  String name(String text) {
    return text.indexOf('{') < 0
        ? text
        : text.replace("{city}", name)
            .replace("{key}", key)
            .replace("{ags}", ags)
            .replace("{ars}", ars);
  }
}
