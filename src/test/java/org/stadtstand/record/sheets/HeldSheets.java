package org.stadtstand.record.sheets;

import java.nio.charset.StandardCharsets;

/** Looks into the memory of a server, for tests of rooms above this one. */
public final class HeldSheets {

  private HeldSheets() {}

  public static boolean has(Sheets sheets, String municipality) {
    return sheets.held(municipality) != null;
  }

  /** Whether the bytes of the municipality's sheet contain the words. */
  public static boolean contain(Sheets sheets, String municipality, String words) {
    Sheet sheet = sheets.held(municipality);
    return sheet != null && new String(sheet.bytes(), StandardCharsets.UTF_8).contains(words);
  }
}
