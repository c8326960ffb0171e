package org.stadtstand.record.time;

import java.util.List;

/** Knows the municipalities of this installation; the room that publishes them implements it. */
public interface MunicipalityRefs {

  List<MunicipalityRef> all();
}
