package org.stadtstand.record.time;

/** Published within this server when it has learnt of a release, whoever has published that. */
public record ReleasesRead(int newest) {}
