package org.stadtstand.serve.manual;

import java.util.List;

/**
 * One type of the schema, as its page shows it. Descriptions are HTML, in which what they name is
 * linked.
 *
 * @param kind as people call it: type, enumeration, input
 * @param summary the first sentence of its description
 * @param contents what its members are called as a whole
 * @param uses where the type is used, the first of them
 * @param furtherUses how many more there are
 */
record SchemaEntry(
    String name,
    String kind,
    String summary,
    String description,
    String contents,
    List<Member> members,
    List<SchemaField> uses,
    int furtherUses) {

  /** A field, a value of an enumeration, or an argument. */
  record Member(
      String name,
      TypeText type,
      String description,
      String otherwise,
      String deprecated,
      List<Member> arguments) {

    boolean isAsked() {
      return !arguments.isEmpty();
    }
  }

  /**
   * A type as it is written, with the brackets and marks around its name.
   *
   * @param name empty if there is no type
   */
  record TypeText(String before, String name, String after) {

    static final TypeText NONE = new TypeText("", "", "");

    /** Takes apart what the schema writes, such as {@code [Target!]!}. */
    static TypeText of(String written) {
      String name = written.replaceAll("[\\[\\]!]", "");
      int at = written.indexOf(name);
      return new TypeText(written.substring(0, at), name, written.substring(at + name.length()));
    }
  }

  /** A field of a type, or the type itself where the field is empty. */
  record SchemaField(String type, String field) {}
}
