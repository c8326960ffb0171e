package org.stadtstand.graph.frame;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** Mistakes of a document of which the engine's words say all that there is to say. */
final class PlainMistakes {

  /** The engine's words behind the name of its rule, and ours. */
  private static final List<Told> ALL =
      List.of(
          new Told(
              "Subselection not allowed on leaf type '(.*)' of field '(\\w+)'",
              "The field \"%2$s\" is of type %1$s and has no fields.",
              "Leave out the braces behind it."),
          new Told(
              "Undefined fragment '(\\w+)'",
              "No fragment of the document is called \"%s\".",
              "Send it with the document: fragment %s on … { … }."),
          new Told(
              "Unused fragment '(\\w+)'",
              "The fragment \"%s\" is used nowhere.",
              "Spread it where its fields are wanted (...%s), or leave it out."),
          new Told(
              "Fragment (?:'\\w+' )?cannot be spread here as objects of type '(\\w+)' .* '(\\w+)'",
              "Nothing of type %s is ever of type %s.",
              "Name a type behind \"on\" that can stand in this place."),
          new Told(
              "(Inline f|F)ragment type condition is invalid, must be on Object/Interface/Union",
              "A fragment is on a type that has no fields.",
              "Name a type behind \"on\" that has fields and can stand in this place."),
          new Told(
              "Undefined variable '(\\w+)'",
              "The variable \"$%s\" is used and not declared.",
              "Declare it where the operation begins: query ($%s: …) { … }."),
          new Told(
              "Unused variable '(\\w+)'",
              "The variable \"$%s\" is used nowhere.",
              "Give it to an argument, or do not declare it."),
          new Told(
              "Variable '(\\w+)' of type '(.*)' used in position expecting type '(.*)'",
              "The variable \"$%s\" is of type %s and stands where %s is taken.",
              "Declare it where the operation begins: query ($%1$s: %3$s) { … }."),
          new Told(
              "Variable '(\\w+)' has an invalid value: Field '(.*)' has coerced Null.*",
              "A value in the variable \"$%s\" lacks \"%s\".",
              Choice.SCHEMA),
          new Told(
              "Variable '(\\w+)' has an invalid value: .*coerced Null.*'(.*)'",
              "The variable \"$%s\" is of type %s and has no value.",
              "Send it in \"variables\", or declare a default."),
          new Told(
              "Null value for non-null field argument '(\\w+)'",
              "The argument \"%s\" must not be null.",
              Choice.SCHEMA),
          new Told(
              "'(?:\\w+/)*(\\w+)' : .*different.*",
              "The name \"%s\" would stand for two different values.",
              "Give one of them another name: other: %s."),
          new Told(
              "There can be only one (\\w+) named '(\\w+)'",
              "Two %ss are named \"%s\".",
              "Leave one of them out, or give it another name."),
          new Told(
              "Anonymous operation with other .*|Operation '\\w+' is following anonymous operation",
              "An operation without a name must be the only one.",
              "Name all of them, and say in \"operationName\" which to answer."),
          new Told(
              "Must provide operation name if query contains multiple operations\\.",
              "The document has several operations.",
              "Say in \"operationName\" which to answer."),
          new Told(
              "Unknown operation named '(.*)'\\.",
              "No operation of the document is called \"%s\".",
              "Give \"operationName\" one of their names, or leave it out if there is only one."),
          new Told(
              "Missing directive argument '(\\w+)'",
              "A directive lacks its argument \"%s\".",
              "Write it in brackets behind the directive's name: (%s: …)."),
          new Told(
              "Non repeatable directives .* directive '(\\w+)' used on a '\\w+' is not unique",
              "The directive \"@%s\" stands twice in one place.",
              "Leave one of them out."),
          new Told(
              "Input variable '(\\w+)' type '(.*)' is not an input type",
              "No variable can be of type %2$s, as \"$%1$s\" is.",
              "Declare it with the type of the argument that it is given to."),
          new Told(
              "(?:\\w+ '.*'|Schema|Provided|Directive '.*') definition is not executable",
              "The document defines something, and only questions are answered.",
              "Leave out all but operations and fragments."),
          new Told(
              "Subscription operation .* must have exactly one root field.*",
              "A subscription asks for one field.",
              "Subscribe to each field by itself."));

  private PlainMistakes() {}

  static Optional<ApiError> told(String words) {
    return ALL.stream().flatMap(told -> told.of(words)).findFirst();
  }

  private record Told(Pattern words, String sentence, String hint) {

    Told(String words, String sentence, String hint) {
      this(Pattern.compile(words), sentence, hint);
    }

    Stream<ApiError> of(String message) {
      Matcher found = words.matcher(message);
      if (!found.matches()) {
        return Stream.empty();
      }
      Object[] names =
          IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group).toArray();
      return Stream.of(
          new ApiError(ErrorCode.VALIDATION, sentence.formatted(names), hint.formatted(names)));
    }
  }
}
