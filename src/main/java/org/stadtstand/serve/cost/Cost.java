package org.stadtstand.serve.cost;

/**
 * The most that an answer can cost, known from the document and its page sizes before anything is
 * read.
 *
 * @param units one for the question, and one for every hundred values that the answer can have
 * @param rows in all lists together
 */
public record Cost(long units, long rows) {}
