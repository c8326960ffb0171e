package org.stadtstand.serve.discovery;

import java.time.LocalDate;
import java.time.Period;

/** Whom to tell of a hole in this server (RFC 9116). */
final class SecurityText {

  /** How long the contact is vouched for; it must be less than a year. */
  private static final Period VOUCHED = Period.ofMonths(6);

  private SecurityText() {}

  static String written(String contact, String address, LocalDate today) {
    return "Contact: %s\nExpires: %sT00:00:00Z\nPreferred-Languages: de, en\nCanonical: %s\n"
        .formatted(contact, today.plus(VOUCHED).withDayOfMonth(1), address);
  }
}
