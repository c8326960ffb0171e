package org.stadtstand.deliver.finding;

/** The stage of an import that produced a finding; later stages see more than earlier ones. */
public enum Stage {
  /** The folder and its files. */
  FOLDER,
  /** The file datapackage.json. */
  DESCRIPTION,
  /** A table by itself: header, rows, values. */
  READING,
  /** The delivery compared with what is published. */
  COMPARISON
}
