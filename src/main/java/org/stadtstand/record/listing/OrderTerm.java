package org.stadtstand.record.listing;

/** One of the fields a list is ordered by. */
public record OrderTerm(String field, boolean descending, boolean nullsFirst) {

  static OrderTerm ascending(String field) {
    return new OrderTerm(field, false, false);
  }

  OrderTerm reversed() {
    return new OrderTerm(field, !descending, !nullsFirst);
  }

  @Override
  public String toString() {
    return field + (descending ? "-" : "+") + (nullsFirst ? "^" : "");
  }
}
