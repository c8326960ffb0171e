package org.stadtstand.serve.view;

import java.util.List;

/**
 * A part of an answer's page.
 *
 * @param name of the list that it shows; empty if it is no list, or the whole answer
 * @param files the link to its files without a suffix, relative to the page; empty if it has none
 */
record AnswerPart(String name, List<AnswerTable> tables, String files) {}
