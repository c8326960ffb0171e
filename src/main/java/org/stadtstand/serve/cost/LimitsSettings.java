package org.stadtstand.serve.cost;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The limits of one request. Each refusal names the limit that was exceeded. */
@ConfigurationProperties(prefix = "limits", ignoreUnknownFields = false)
record LimitsSettings(
    @DefaultValue("24") int depth,
    @DefaultValue("1000") int fields,
    @DefaultValue("100") int aliases,
    @DefaultValue("10") int directives,
    @DefaultValue("50000") int documentCharacters,
    @DefaultValue("100000") int variablesCharacters,
    @DefaultValue("100000") int rows,
    @DefaultValue("20000000") long scanned,
    @DefaultValue("0.1") double answerHeap,
    @DefaultValue("0.3") double answersHeap,
    @DefaultValue("10s") Duration time,
    @DefaultValue("4000000") long keptCharacters) {}
