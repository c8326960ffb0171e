package org.stadtstand.graph.comparison;

import org.stadtstand.graph.steps.RowTypes;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.declaration.RecordType;

/** How many records of a type differ between two states. */
record DifferenceCount(RecordType recordType, int added, int withdrawn, int changed) {

  String type() {
    return RowTypes.name(recordType);
  }

  String typeLabel(Language language) {
    return recordType.label(language);
  }

  boolean isAny() {
    return added + withdrawn + changed > 0;
  }
}
