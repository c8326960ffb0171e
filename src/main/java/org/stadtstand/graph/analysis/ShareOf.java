package org.stadtstand.graph.analysis;

/** Which rows are a hundred per cent. */
enum ShareOf {
  LIST,
  KNOWN,
  FIRST_KEY
}
