package org.stadtstand.serve.cost;

import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.stadtstand.ground.encoding.Sha256;

/**
 * The text of a document without what does not change its answer. The order of fields stays: the
 * answer has the same.
 */
final class CanonicalText {

  private CanonicalText() {}

  /** A digest of it: all of one length, and nobody can make up two that are equal. */
  static String key(Document document) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(of(document)));
  }

  @SuppressWarnings("rawtypes")
  static String of(Document document) {
    List<Definition> definitions =
        document.getDefinitions().stream().map(CanonicalText::sorted).toList();
    return AstPrinter.printAstCompact(document.transform(with -> with.definitions(definitions)));
  }

  @SuppressWarnings("rawtypes")
  private static Definition sorted(Definition definition) {
    if (!(definition instanceof OperationDefinition operation)) {
      return definition;
    }
    List<VariableDefinition> variables =
        operation.getVariableDefinitions().stream()
            .sorted(Comparator.comparing(VariableDefinition::getName))
            .toList();
    return operation.transform(with -> with.variableDefinitions(variables));
  }
}
