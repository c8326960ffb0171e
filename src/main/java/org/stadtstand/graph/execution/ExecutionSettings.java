package org.stadtstand.graph.execution;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How questions are executed.
 *
 * @param direct whether to answer from memory without the engine's steps; the answers are the same
 */
@ConfigurationProperties(prefix = "execution", ignoreUnknownFields = false)
record ExecutionSettings(@DefaultValue("true") boolean direct) {}
