package org.stadtstand.serve.manual;

import java.util.Arrays;
import java.util.Optional;

/** The pages of the documentation that are for readers, in the order in which they are listed. */
enum ReaderPage {
  NEWSROOM("redaktion"),
  GLOSSARY("glossar"),
  METHOD("methode"),
  MISTAKES("fehler-melden"),
  IMPRINT("impressum"),
  PRIVACY("datenschutz"),
  ACCESSIBILITY("barrierefreiheit");

  private final String path;

  ReaderPage(String path) {
    this.path = path;
  }

  static Optional<ReaderPage> of(String path) {
    return Arrays.stream(values()).filter(page -> page.path.equals(path)).findFirst();
  }

  /** The last part of its address, and the name of its files. */
  String path() {
    return path;
  }

  /** Whether the law asks the operator for it, so that it is the operator's to write. */
  boolean isOperators() {
    return this == IMPRINT || this == PRIVACY || this == ACCESSIBILITY;
  }
}
