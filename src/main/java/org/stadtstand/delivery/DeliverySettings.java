package org.stadtstand.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of a delivery is read.
 *
 * @param maxFileSize a larger file is refused before it is opened
 * @param maxFieldLength in characters
 * @param findingsPerFile findings beyond this are counted, not kept
 */
@Validated
@ConfigurationProperties(prefix = "delivery", ignoreUnknownFields = false)
record DeliverySettings(
    @DefaultValue("100MB") DataSize maxFileSize,
    @DefaultValue("20000") @Positive @Max(1_000_000) int maxFieldLength,
    @DefaultValue("1000") @Positive int findingsPerFile) {}
