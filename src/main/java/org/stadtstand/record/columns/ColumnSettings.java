package org.stadtstand.record.columns;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the heap columns may take by which rows are counted and ordered.
 *
 * @param heap their share of it; 0 holds none
 * @param after how many rows of a list are counted by statements before its columns are read
 */
@ConfigurationProperties(prefix = "columns", ignoreUnknownFields = false)
record ColumnSettings(@DefaultValue("0.125") double heap, @DefaultValue("10000") int after) {

  long bytes() {
    return (long) (heap * Runtime.getRuntime().maxMemory());
  }
}
