package org.stadtstand.deliver.checks;

/**
 * How many good rows of a delivered table require any action.
 *
 * @param fresh rows of records that currently have no row
 * @param changed rows that differ from the published one
 * @param back those among the fresh rows that were published before
 */
public record DeliveredCounts(int fresh, int changed, int back) {

  public static final DeliveredCounts NOTHING = new DeliveredCounts(0, 0, 0);
}
