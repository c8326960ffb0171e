package org.stadtstand.graph.figures;

import org.stadtstand.record.columns.RowCounts;

/** Figures out of columns that a test holds itself. */
public final class HeldFiguresOf {

  private HeldFiguresOf() {}

  public static HeldFigures counts(RowCounts counts) {
    return new HeldFigures(counts);
  }
}
