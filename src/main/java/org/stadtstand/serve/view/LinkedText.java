package org.stadtstand.serve.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in pieces, of which those that are addresses can be followed. */
final class LinkedText {

  /** An address; what ends a sentence behind it is no part of it. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?i:https?)://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

  private LinkedText() {}

  /**
   * A piece.
   *
   * @param link the address; empty if the piece is no link
   */
  record Piece(String text, String link) {}

  static List<Piece> of(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher address = ADDRESS.matcher(text);
    int from = 0;
    while (address.find()) {
      if (address.start() > from) {
        pieces.add(new Piece(text.substring(from, address.start()), ""));
      }
      pieces.add(new Piece(address.group(), address.group()));
      from = address.end();
    }
    if (from < text.length()) {
      pieces.add(new Piece(text.substring(from), ""));
    }
    return pieces;
  }
}
