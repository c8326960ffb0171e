package org.stadtstand.record.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A state as a permanent link names it. In an answer about several municipalities it also says how
 * far the others had come: up to the last release that was published before the named one.
 *
 * @param municipality key, AGS or ARS of the municipality that the number belongs to
 * @param day the day asked about; null means the day that the release stands for
 */
public record StateName(String municipality, int number, @Nullable LocalDate day) {}
