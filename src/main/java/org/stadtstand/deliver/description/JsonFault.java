package org.stadtstand.deliver.description;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.stadtstand.ground.text.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * What is wrong with a JSON file, for people who write one by hand. The parser knows it in English
 * and in its own terms only.
 */
enum JsonFault {
  ENDS_TOO_SOON(
      "unexpected end|was expecting closing",
      "sie endet, bevor alle Anführungszeichen und Klammern geschlossen sind",
      "it ends before all quotation marks and brackets are closed"),
  TWICE(
      "duplicate",
      "hier steht eine Angabe zum zweiten Mal",
      "a property stands here for the second time"),
  NOT_UTF_8(
      "invalid utf-8|utf-32", "sie ist nicht in UTF-8 gespeichert", "it is not stored as UTF-8"),
  LINE_BREAK(
      "illegal unquoted character",
      "in einem Text steht ein Zeilenumbruch oder Tabulator; dort gehört \\n oder \\t hin",
      "a text contains a line break or a tab; write \\n or \\t instead"),
  BACKSLASH(
      "unrecognized character escape",
      "nach einem \\ steht ein Zeichen, das dort nicht stehen darf; ein \\ selbst wird verdoppelt",
      "a \\ is followed by a character that must not follow it; write \\ itself twice"),
  MORE_BEHIND(
      "trailing token",
      "hinter der letzten Klammer steht noch etwas",
      "something follows the last bracket"),
  /** Whatever the parser says else. */
  OTHER(
      "",
      "hier steht etwas, das an dieser Stelle nicht stehen darf; oft fehlt davor ein Komma oder"
          + " Anführungszeichen, oder vor einer Klammer steht ein Komma zu viel",
      "something must not stand in this place; often a comma or a quotation mark is missing before"
          + " it, or a comma before a bracket is one too many");

  private static final Text TOO_DEEP =
      new Text(
          "sie ist zu tief verschachtelt, oder ein Name oder eine Zahl ist zu lang",
          "it is nested too deeply, or a name or a number is too long");

  private final Pattern told;
  private final Text text;

  JsonFault(String told, String de, String en) {
    this.told = Pattern.compile(told, Pattern.CASE_INSENSITIVE);
    this.text = new Text(de, en);
  }

  static Text of(JacksonException fault) {
    if (fault instanceof StreamConstraintsException) {
      return TOO_DEEP;
    }
    if (fault instanceof UnexpectedEndOfInputException) {
      return ENDS_TOO_SOON.text;
    }
    String message = String.valueOf(fault.getOriginalMessage());
    return Arrays.stream(values())
        .filter(each -> each.told.matcher(message).find())
        .findFirst()
        .orElse(OTHER)
        .text;
  }
}
