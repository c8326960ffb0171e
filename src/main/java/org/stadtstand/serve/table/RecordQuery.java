package org.stadtstand.serve.table;

import graphql.language.AstPrinter;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question for other fields of the one record, or the one list, that a caller asks for, found by
 * the same arguments.
 */
final class RecordQuery {

  private RecordQuery() {}

  /**
   * The operation; empty unless exactly one of its root fields is about a record of the type, or
   * about a list of it, and asks for the field.
   *
   * @param type of the record, or of the connection
   * @param through the field without which the caller does not mean what is asked instead
   * @param selection what is asked of it instead
   */
  static Optional<String> of(
      OperationDefinition operation,
      GraphQLSchema schema,
      String type,
      String through,
      String selection) {
    List<Field> fields =
        operation.getSelectionSet().getSelectionsOfType(Field.class).stream()
            .filter(field -> isOne(field, schema, type, through))
            .toList();
    if (fields.size() != 1) {
      return Optional.empty();
    }
    OperationDefinition other =
        Parser.parse(selection).getDefinitionsOfType(OperationDefinition.class).getFirst();
    Field asked =
        fields.getFirst().transform(change -> change.selectionSet(other.getSelectionSet()));
    Set<String> used = new HashSet<>();
    collectVariables(asked, used);
    OperationDefinition instead =
        operation.transform(
            change ->
                change
                    .selectionSet(new SelectionSet(List.<Selection<?>>of(asked)))
                    .variableDefinitions(
                        operation.getVariableDefinitions().stream()
                            .filter(definition -> used.contains(definition.getName()))
                            .toList()));
    return Optional.of(AstPrinter.printAstCompact(instead));
  }

  private static boolean isOne(Field field, GraphQLSchema schema, String type, String through) {
    GraphQLFieldDefinition definition = schema.getQueryType().getFieldDefinition(field.getName());
    return definition != null
        && GraphQLTypeUtil.unwrapNonNull(definition.getType()) instanceof GraphQLNamedType one
        && one.getName().equals(type)
        && field.getSelectionSet().getSelectionsOfType(Field.class).stream()
            .anyMatch(each -> each.getName().equals(through));
  }

  /** An operation must not declare variables that it does not use. */
  private static void collectVariables(Node<?> node, Set<String> names) {
    if (node instanceof VariableReference variable) {
      names.add(variable.getName());
    }
    node.getChildren().forEach(child -> collectVariables(child, names));
  }
}
