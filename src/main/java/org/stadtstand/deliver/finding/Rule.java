package org.stadtstand.deliver.finding;

import java.util.Locale;
import org.stadtstand.ground.text.Text;

/** Something that may be wrong with a delivery; enums list the rules there are. */
public interface Rule {

  /** The constant's name. */
  String name();

  RuleText wording();

  /** The stable name of the rule in findings. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * How a finding of the rule reads.
   *
   * @param sentence with numbered placeholders for what varies
   */
  record RuleText(FindingLevel level, Stage stage, Text sentence) {}
}
