package org.stadtstand.record.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A state as named by a permanent link. In an answer about several municipalities it also fixes the
 * state of the others: up to the last release published before the named one.
 *
 * @param municipality key, AGS or ARS of the municipality that the number belongs to
 * @param day the requested day; null means the day that the release stands for
 */
public record StateName(String municipality, int number, @Nullable LocalDate day) {}
