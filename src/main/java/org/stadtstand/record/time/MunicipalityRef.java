package org.stadtstand.record.time;

/**
 * A municipality as the rules of time need it: who it is, not what is said of it.
 *
 * @param redactions how often something of its record was withheld by law. It is in the pin of
 *     every question, and so in the key of everything that is kept: what was read before is not
 *     found any more.
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
