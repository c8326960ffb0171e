package org.stadtstand.serve.cost;

import java.util.function.Supplier;

/** Who pays for what is asked on a connection, as long as it is open. */
public final class Caller {

  private final String name;
  private final Supplier<Budget> budgets;

  Caller(String name, Supplier<Budget> budgets) {
    this.name = name;
    this.budgets = budgets;
  }

  /** The same for all connections of a network or of a key. */
  public String name() {
    return name;
  }

  /** The budget as the next thing that is asked sees it. */
  public Budget budget() {
    return budgets.get();
  }
}
