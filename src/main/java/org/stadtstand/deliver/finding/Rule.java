package org.stadtstand.deliver.finding;

import java.util.Locale;
import org.stadtstand.ground.text.Text;

/** Something that may be wrong with a delivery; the enums of rules say what there is. */
public interface Rule {

  /** The constant's name. */
  String name();

  FindingLevel level();

  Stage stage();

  /** The sentence, with numbered places for what differs from case to case. */
  Text sentence();

  /** The stable name of the rule in findings. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
