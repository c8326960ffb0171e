package org.stadtstand.record.time;

/** Published within this server after a release was committed. */
public record ReleasePublished(int municipality, int release) {}
