package org.stadtstand.record.declaration;

import java.util.List;

/**
 * Values about one subject that can be compared: those of an event's column, and those that the
 * subject itself holds beside them. One that is a thousand times another, or of another unit, is
 * probably a mistake.
 *
 * @param event the table of the values
 * @param value the column with the value
 * @param unit the column with its unit
 * @param subject the table of what the values are about
 * @param scale the subject's columns with values of the same unit; empty if it has none, and then
 *     no unit either
 */
public record ValueSeries(
    String event, String value, String unit, String subject, List<String> scale) {}
