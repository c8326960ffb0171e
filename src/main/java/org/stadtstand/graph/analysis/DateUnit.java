package org.stadtstand.graph.analysis;

/** How long the periods of a grouping are. */
enum DateUnit {
  YEAR,
  QUARTER,
  MONTH
}
