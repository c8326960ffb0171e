package org.stadtstand.serve.view;

import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Text;

/**
 * Why a link leads to no answer, in a sentence for readers. What exactly is wrong with a question
 * is told in English, for those who write questions.
 */
public final class RefusalWords {

  private RefusalWords() {}

  public static Text of(ErrorCode code) {
    return switch (code) {
      case UNKNOWN_LINK ->
          new Text(
              "Unter diesem Namen ist keine Frage gespeichert, oder sie wurde so lange nicht"
                  + " benutzt, dass sie gelöscht ist.",
              "No question is stored under this name, or nobody has used it for so long that it was"
                  + " deleted.");
      case BLOCKED_LINK ->
          new Text(
              "Der Betreiber dieses Servers hat diesen Link gesperrt.",
              "The operator of this server has blocked this link.");
      case BAD_LINK, BAD_ID, ADDRESS_TOO_LONG ->
          new Text(
              "Die Adresse ist unvollständig oder beschädigt; vielleicht wurde sie nicht ganz"
                  + " abgeschrieben.",
              "The address is incomplete or damaged; perhaps it was not copied as a whole.");
      case UNKNOWN_RELEASE, FUTURE_MOMENT ->
          new Text(
              "Den Stand, den die Adresse nennt, gibt es nicht.",
              "There is no such release as the address names.");
      case UNKNOWN_MUNICIPALITY ->
          new Text(
              "Die Stadt, nach der gefragt wird, ist hier nicht erfasst.",
              "The city that is asked about is not recorded here.");
      default -> ofForm(code);
    };
  }

  private static Text ofForm(ErrorCode code) {
    return switch (code) {
      case NOT_A_TABLE ->
          new Text("Diese Antwort passt in keine Tabelle.", "This answer fits into no table.");
      case NOT_DRAWABLE ->
          new Text(
              "In dieser Antwort ist nichts, was sich zeichnen lässt.",
              "There is nothing in this answer that can be drawn.");
      case NOT_CITABLE ->
          new Text("Diese Antwort lässt sich nicht zitieren.", "This answer cannot be cited.");
      case NOT_ACCEPTABLE ->
          new Text(
              "In der verlangten Form gibt es diese Antwort nicht.",
              "This answer is not available in the form that was asked for.");
      default -> ofQuestion(code);
    };
  }

  private static Text ofQuestion(ErrorCode code) {
    return switch (code) {
      case TOO_EXPENSIVE,
          TOO_DEEP,
          TOO_MANY_FIELDS,
          TOO_MANY_ALIASES,
          TOO_MANY_DIRECTIVES,
          DOCUMENT_TOO_LARGE,
          VARIABLES_TOO_LARGE ->
          new Text(
              "Die Frage verlangt mehr, als auf einmal beantwortet wird.",
              "The question asks for more than is answered at once.");
      case SYNTAX, VALIDATION ->
          new Text(
              "Die Frage hinter dieser Adresse ist kein gültiges GraphQL.",
              "The question behind this address is not valid GraphQL.");
      case TOO_MANY_REQUESTS, OVERLOADED, TIMEOUT, UNAVAILABLE, NOT_YET_HERE, INTERNAL ->
          new Text(
              "Die Antwort kann gerade nicht gegeben werden. Bitte versuchen Sie es in einer halben"
                  + " Minute noch einmal.",
              "The answer cannot be given at the moment. Please try again in half a minute.");
      default ->
          new Text(
              "Eine Angabe in der Adresse oder in der Frage ist nicht zu gebrauchen.",
              "Something in the address or in the question cannot be used.");
    };
  }
}
