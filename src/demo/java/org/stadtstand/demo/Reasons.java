package org.stadtstand.demo;

import java.util.List;

/** Why projects are rescheduled, stated as often as real cities do: mostly they give no reason. */
final class Reasons {

  private static final List<String> CODES =
      List.of(
          "RESOURCES",
          "RESOURCES",
          "BUDGET",
          "PROCUREMENT",
          "PROCUREMENT",
          "LEGAL",
          "DEPENDENCY_STATE_FEDERAL",
          "VENDOR",
          "TECHNICAL",
          "SCOPE",
          "NONE_GIVEN",
          "NONE_GIVEN",
          "NONE_GIVEN");

  private Reasons() {}

  static String thrown(Dice dice) {
    return dice.pick(CODES);
  }
}
