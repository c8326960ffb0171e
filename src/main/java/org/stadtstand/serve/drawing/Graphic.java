package org.stadtstand.serve.drawing;

import java.util.List;

/**
 * A picture before it is written.
 *
 * @param title of one line, for readers who cannot see it
 * @param description says every value that is drawn, for the same readers
 * @param invented whether its data are
 */
public record Graphic(
    double width,
    double height,
    String title,
    String description,
    boolean invented,
    List<Mark> marks) {}
