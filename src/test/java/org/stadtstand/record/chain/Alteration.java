package org.stadtstand.record.chain;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.stadtstand.record.chain.RandomRecord.Published;

/**
 * One way in which someone with full write access can alter what was published, and what must be
 * found as a result. Statements and findings have gaps, which {@link Forger} fills.
 */
record Alteration(String name, Function<Forger, String> act) {

  /** The finding if there is nothing of the kind to alter. */
  static final String NOTHING = "";

  /** They do not stop someone with full write access. */
  static final String WITHOUT_FOREIGN_KEYS = "set local session_replication_role = replica";

  /** Alters some row, or something that belongs to it. */
  static Alteration ofRow(String name, String found, String... statements) {
    return ofRow(name, row -> true, found, statements);
  }

  /** Alters some row of a kind. */
  static Alteration ofRow(
      String name, Predicate<Published> kind, String found, String... statements) {
    return new Alteration(
        name,
        forger ->
            forger
                .row(kind)
                .map(row -> forger.alter(forger.gaps(row), found, statements))
                .orElse(NOTHING));
  }

  /** Alters two rows of a table that one release began. */
  static Alteration ofTwoRows(String name, String found, String... statements) {
    return new Alteration(
        name,
        forger -> {
          Published row = forger.row();
          return forger
              .beside(row)
              .map(beside -> forger.alter(forger.gaps(row, beside), found, statements))
              .orElse(NOTHING);
        });
  }

  /** Alters the digest of some row. */
  static Alteration ofDigest(String set, String found) {
    return ofRow("digest: " + set, "{name}: " + found, "update leaf set " + set + " where {leaf}");
  }

  /** Alters the reason given for a withdrawal. */
  static Alteration ofWithdrawal(String found, String statement) {
    return new Alteration(
        statement,
        forger ->
            forger
                .withdrawal()
                .map(
                    gaps ->
                        forger.alter(
                            gaps, "{release}: withdrawal {table}:{key}: " + found, statement))
                .orElse(NOTHING));
  }

  /** Alters the city's only redaction. */
  static Alteration ofRedaction(String set) {
    return ofCity(
        "redaction: " + set,
        ": redaction ",
        "update redaction set " + set + " where municipality = {own}");
  }

  /** Alters something that exists once per city. */
  static Alteration ofCity(String name, String found, String... statements) {
    return new Alteration(name, forger -> forger.alter(forger.gaps(), found, statements));
  }

  /** Alters some release; a new number leaves a gap where the old one was. */
  static Alteration ofRelease(String set) {
    return ofSomeRelease(
        "release: " + set,
        set.contains("number =") ? "elease " : "{release}: ",
        "update release set " + set + " where id = {id}");
  }

  static Alteration ofSomeRelease(String name, String found, String... statements) {
    return new Alteration(name, forger -> forger.alter(forger.release(), found, statements));
  }

  /** Alters something; returns what must be found, or {@link #NOTHING}. */
  String make(Forger forger) {
    return act.apply(forger);
  }

  /** So that a failing test names it. */
  @Override
  public String toString() {
    return name;
  }

  static List<Alteration> all(List<List<Alteration>> kinds) {
    return kinds.stream().flatMap(List::stream).toList();
  }
}
