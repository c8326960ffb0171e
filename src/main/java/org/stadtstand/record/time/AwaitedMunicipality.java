package org.stadtstand.record.time;

/**
 * A municipality whose first package is not in yet. Whoever asks about it is asked to wait: to say
 * that nobody has this name, or to show half of its history, would be wrong.
 */
public record AwaitedMunicipality(String key, String ags, String ars, boolean demo) {

  boolean isCalled(String name) {
    return key.equals(name) || ags.equals(name) || ars.equals(name);
  }
}
