package org.stadtstand.serve.cost;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How many answers are computed at once, and how many questions may wait and for how long. */
@ConfigurationProperties(prefix = "admission", ignoreUnknownFields = false)
record AdmissionSettings(
    @DefaultValue("12") int atOnce,
    @DefaultValue("2000") int waiting,
    @DefaultValue("5s") Duration patience) {}
