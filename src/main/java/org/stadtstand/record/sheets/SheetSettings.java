package org.stadtstand.record.sheets;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the heap municipalities may take that are held whole.
 *
 * @param heap their share of it; 0 holds none
 * @param after how many records of a municipality are read one by one, or lists of its records
 *     found by statements, before it is read whole
 */
@ConfigurationProperties(prefix = "sheets", ignoreUnknownFields = false)
record SheetSettings(@DefaultValue("0.125") double heap, @DefaultValue("600") int after) {

  long bytes() {
    return (long) (heap * Runtime.getRuntime().maxMemory());
  }
}
