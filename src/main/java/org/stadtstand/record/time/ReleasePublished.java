package org.stadtstand.record.time;

/** Said inside this server after a release was committed. */
public record ReleasePublished(int municipality, int release) {}
