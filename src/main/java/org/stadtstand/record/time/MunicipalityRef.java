package org.stadtstand.record.time;

/**
 * A municipality as the rules of time need it: its identity, not its description.
 *
 * @param redactions how often something in its record was withheld by law. It is in the pin of
 *     every question, and so in the key of everything cached: what was read before is no longer
 *     found.
 */
public record MunicipalityRef(
    int id, String key, String ags, String ars, boolean demo, int redactions) {

  public MunicipalityRef(int id, String key, String ags, String ars, boolean demo) {
    this(id, key, ags, ars, demo, 0);
  }

  MunicipalityRef with(int redactions) {
    return new MunicipalityRef(id, key, ags, ars, demo, redactions);
  }

  boolean isCalled(String name) {
    return key.equals(name) || ags.equals(name) || ars.equals(name);
  }
}
