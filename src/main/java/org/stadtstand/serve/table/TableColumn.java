package org.stadtstand.serve.table;

import java.util.List;

/**
 * A column of a table.
 *
 * @param name dotted: {@code focusArea.name}
 * @param field of the schema, whatever the caller calls it: {@code name}
 * @param title the name in words if requested and known; otherwise the name
 * @param level of nested lists at which its value stands; 0 is the whole answer
 * @param path the keys that lead from an element of that level to the value
 */
public record TableColumn(
    String name, String field, String title, int level, List<String> path, CellKind kind) {}
