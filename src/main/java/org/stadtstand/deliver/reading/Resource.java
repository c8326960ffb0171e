package org.stadtstand.deliver.reading;

import java.util.List;

/**
 * A file named by the description.
 *
 * @param fields the column names from the description; used if the file has no header
 */
record Resource(String table, String path, Dialect dialect, List<String> fields) {}
