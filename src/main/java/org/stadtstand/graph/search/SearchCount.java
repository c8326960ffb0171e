package org.stadtstand.graph.search;

import org.stadtstand.graph.steps.RowTypes;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.declaration.RecordType;

/** How many records of a type were found. */
record SearchCount(RecordType of, int count) {

  String type() {
    return RowTypes.name(of);
  }

  String typeLabel(Language language) {
    return of.label(language);
  }
}
