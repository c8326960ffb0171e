package org.stadtstand.city.municipality;

import org.stadtstand.ground.text.Text;
import org.stadtstand.record.time.Pin;

/** What a municipality was called at a state, for whoever names the state to readers. */
@FunctionalInterface
public interface MunicipalityNames {

  /** From memory, but for the first time at each release. */
  Text name(Pin pin);
}
