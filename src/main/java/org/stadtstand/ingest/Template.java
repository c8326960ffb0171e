package org.stadtstand.ingest;

/**
 * A statement with named gaps for what cannot be a parameter: tables, columns, conditions. What
 * fills them comes from record types and is never text of a delivery.
 */
record Template(String sql) {

  Template with(String gap, Object filling) {
    return new Template(sql.replace("{" + gap + "}", String.valueOf(filling)));
  }
}
