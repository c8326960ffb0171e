package org.stadtstand.serve.cost;

import graphql.language.Document;

/**
 * A document that was parsed and keeps the limits of its size.
 *
 * @param key the same for all documents that differ only in layout, comments, or the order in which
 *     variables are declared
 * @param known whether it was found valid before
 */
public record MeasuredDocument(Document document, String key, boolean known) {}
