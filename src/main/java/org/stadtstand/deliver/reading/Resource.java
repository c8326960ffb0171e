package org.stadtstand.deliver.reading;

import java.util.List;

/**
 * A file that the description names.
 *
 * @param fields the names of the columns as the description gives them; used where the file has no
 *     header
 */
record Resource(String table, String path, Dialect dialect, List<String> fields) {}
