package org.stadtstand.graph.steps;

/** What a release did to a record as a whole. */
public enum StepKind {
  ADDED,
  CHANGED,
  WITHDRAWN,
  /** It had been withdrawn before. */
  RELISTED
}
