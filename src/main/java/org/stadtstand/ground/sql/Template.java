package org.stadtstand.ground.sql;

/**
 * A statement with named gaps for what cannot be a parameter: tables, columns, conditions. What
 * fills them comes from record types and is never text of a delivery.
 */
public record Template(String sql) {

  public Template with(String gap, Object filling) {
    return new Template(sql.replace("{" + gap + "}", String.valueOf(filling)));
  }
}
