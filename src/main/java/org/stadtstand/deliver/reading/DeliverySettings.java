package org.stadtstand.deliver.reading;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits on what is read of a delivery.
 *
 * @param maxFileSize a larger file is refused before it is opened
 * @param maxFieldLength in characters
 * @param findingsPerFile further findings are counted but not kept
 */
@ConfigurationProperties(prefix = "delivery", ignoreUnknownFields = false)
record DeliverySettings(
    @DefaultValue("100MB") DataSize maxFileSize,
    @DefaultValue("20000") int maxFieldLength,
    @DefaultValue("1000") int findingsPerFile) {

  private static final int LONGEST_FIELD = 1_000_000;

  DeliverySettings {
    if (maxFieldLength < 1 || maxFieldLength > LONGEST_FIELD) {
      throw new IllegalArgumentException("delivery.max-field-length must be 1 to " + LONGEST_FIELD);
    }
    if (findingsPerFile < 1) {
      throw new IllegalArgumentException("delivery.findings-per-file must be 1 or more");
    }
  }
}
