package org.stadtstand.deliver.description;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file named by the description, and how it is written. */
public record Resource(
    String table, String path, Dialect dialect, Schema schema, FileContent content) {

  /**
   * What the Table Schema says about the reading of the file.
   *
   * @param fields the names of the columns in order; used if the file has no header
   * @param formats of the columns that are not written as agreed
   * @param missing what stands for an empty cell
   */
  public record Schema(List<String> fields, Map<String, FieldFormat> formats, Set<String> missing) {

    public FieldFormat format(String column) {
      return formats.getOrDefault(column, FieldFormat.AGREED);
    }
  }
}
