package org.stadtstand.history;

/** A municipality as the rules of time need it: who it is, not what is said of it. */
public record Place(int id, String key, String ags, String ars, boolean demo) {

  boolean isCalled(String name) {
    return key.equals(name) || ags.equals(name) || ars.equals(name);
  }
}
