package org.stadtstand.deliver.finding;

/**
 * The step of an import in which something was found; a later step sees more than an earlier one.
 */
public enum Stage {
  /** The folder and its files. */
  FOLDER,
  /** The file datapackage.json. */
  DESCRIPTION,
  /** A table by itself: header, rows, values. */
  READING,
  /** The delivery against what is published. */
  COMPARISON
}
