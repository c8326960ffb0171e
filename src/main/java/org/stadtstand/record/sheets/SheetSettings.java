package org.stadtstand.record.sheets;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of the heap municipalities may take that are held whole.
 *
 * @param memory an eighth of the heap if nothing is said; 0 holds none
 * @param after how many records of a municipality are read one by one before it is read whole
 */
@ConfigurationProperties(prefix = "sheets", ignoreUnknownFields = false)
record SheetSettings(@Nullable DataSize memory, @DefaultValue("600") int after) {

  private static final int SHARE = 8;

  long bytes() {
    return memory == null ? Runtime.getRuntime().maxMemory() / SHARE : memory.toBytes();
  }
}
