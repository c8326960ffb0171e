package org.stadtstand.pages;

/** A documented question; the same file is run as a test. */
record Example(
    String name,
    String titleDe,
    String titleEn,
    boolean demo,
    String aboutDe,
    String aboutEn,
    String query,
    String variables,
    String answer) {

  String link() {
    return GraphiqlLink.to(query, variables);
  }
}
