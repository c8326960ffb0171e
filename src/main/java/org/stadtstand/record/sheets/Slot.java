package org.stadtstand.record.sheets;

/** Where a value of a record is found in a sheet, as the number that stands for it there. */
@FunctionalInterface
public interface Slot {
  long read(SheetRow row);
}
