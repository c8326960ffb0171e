package org.stadtstand.serve.difference;

/**
 * A row of a list in an answer.
 *
 * @param name what tells it apart from the others of its list; all of it if nothing does
 * @param title what it is called
 * @param content all that it says, in one form
 */
record AnswerRow(String name, String title, String content) {}
