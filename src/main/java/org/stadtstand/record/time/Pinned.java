package org.stadtstand.record.time;

/** A record read under a pin; anything reached from it is read under the same pin. */
public interface Pinned {

  /** The number of the record that the row belongs to. */
  int record();

  /** The publisher's key: it identifies the thing, whatever its state. */
  String key();

  Pin pin();

  default Ref ref() {
    return new Ref(record(), pin());
  }
}
