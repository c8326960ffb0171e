package org.stadtstand.deliver.finding;

import java.util.Locale;
import org.stadtstand.ground.text.Text;

/** Something that may be wrong with a delivery; enums list the rules there are. */
public interface Rule {

  /** The constant's name. */
  String name();

  FindingLevel level();

  Stage stage();

  /** The sentence, with numbered placeholders for what varies. */
  Text sentence();

  /** The stable name of the rule in findings. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
