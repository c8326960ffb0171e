package org.stadtstand.serve.link;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How many questions are stored and cached, and for how long. */
@ConfigurationProperties(prefix = "link", ignoreUnknownFields = false)
record LinkSettings(
    @DefaultValue("") String publicUrl,
    @DefaultValue("2000") int carriedCharacters,
    @DefaultValue("8000000") long wordingCharacters,
    @DefaultValue("4000000") long foundCharacters,
    @DefaultValue("20000") int storedCharacters,
    @DefaultValue("100000") int stored,
    @DefaultValue("30d") Duration unused,
    @DefaultValue("10s") Duration poll) {}
