package org.stadtstand.serve.cost;

/** Takes the price of an answer, in units of cost, from whoever asked for it. */
@FunctionalInterface
public interface Toll {

  /** For what the server asks itself. */
  Toll FREE = units -> {};

  /** What an answer costs that is there already. */
  long KEPT = 1;

  /** Takes the price, or refuses because the caller has asked for too much lately. */
  void pay(long units);
}
