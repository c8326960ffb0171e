package org.stadtstand.deliver.description;

import java.util.Collection;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Nearest;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;

/** The names that a delivery may use, which are also found by what readers call the same thing. */
public final class KnownNames {

  private KnownNames() {}

  public static Nearest tables(Collection<RecordType> types) {
    Nearest names = new Nearest(types.stream().map(RecordType::table).toList());
    for (RecordType type : types) {
      names.called(type.table(), type.label(Language.DE));
      names.called(type.table(), type.label(Language.EN));
    }
    return names;
  }

  /** Those of a table that are among the expected ones. */
  public static Nearest columns(RecordType type, Collection<String> expected) {
    Nearest names = new Nearest(expected);
    for (Column column : type.columns()) {
      if (expected.contains(column.name())) {
        names.called(column.name(), column.field());
        names.called(column.name(), column.label(Language.DE));
        names.called(column.name(), column.label(Language.EN));
      }
    }
    return names;
  }
}
