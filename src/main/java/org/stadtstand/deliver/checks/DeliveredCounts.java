package org.stadtstand.deliver.checks;

/**
 * How many good rows of a delivered table there is something to do with.
 *
 * @param fresh those of records that have no row now
 * @param changed those that differ from the published row
 * @param back those among the fresh that were published before
 */
public record DeliveredCounts(int fresh, int changed, int back) {

  public static final DeliveredCounts NOTHING = new DeliveredCounts(0, 0, 0);
}
