package org.stadtstand.serve.request;

import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.VariableDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.arguments.FixedArguments;
import org.stadtstand.ground.encoding.OpaqueToken;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.NormalForm;

/**
 * A document with everything derived from it. It is parsed once for its cost, its cached answers,
 * its link and its execution.
 *
 * @param compact the document without comments and layout
 * @param id the same for all documents that differ only in layout, comments or the order in which
 *     variables are declared; a digest, so that nobody can construct two documents that share one
 * @param fragments by name
 * @param valid whether it was found to fit the schema
 * @param fixed what is known of its arguments once it was answered
 */
public record ParsedDocument(
    Document tree,
    String compact,
    String id,
    Map<String, FragmentDefinition> fragments,
    List<OperationDefinition> operations,
    boolean valid,
    FixedArguments fixed) {

  /** Parses a document, or throws the parser's own exception. */
  public static ParsedDocument parse(String text) {
    // The tree omits comments and layout, which nobody reads and which take up memory.
    Document tree =
        composed(
            Parser.parse(
                ParserEnvironment.newParserEnvironment()
                    .document(new WholeCharacters(text))
                    .parserOptions(ParserOptions.getDefaultOperationParserOptions())
                    .build()));
    Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();
    tree.getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    String compact = AstPrinter.printAstCompact(tree);
    List<OperationDefinition> operations = tree.getDefinitionsOfType(OperationDefinition.class);
    return new ParsedDocument(
        tree,
        compact,
        id(tree, compact, operations),
        fragments,
        operations,
        false,
        new FixedArguments());
  }

  /** The tree with all its texts composed; itself if they are, which is almost always. */
  @SuppressWarnings("rawtypes")
  private static Document composed(Document tree) {
    return (Document)
        new AstTransformer()
            .transform(
                tree,
                new NodeVisitorStub() {
                  @Override
                  public TraversalControl visitStringValue(
                      StringValue text, TraverserContext<Node> context) {
                    String value = NormalForm.asked(String.valueOf(text.getValue()));
                    return value.equals(text.getValue())
                        ? TraversalControl.CONTINUE
                        : TreeTransformerUtil.changeNode(
                            context, text.transform(with -> with.value(value)));
                  }
                });
  }

  /** Parses a document, and reports a syntax error as the caller's mistake. */
  public static ParsedDocument of(String text) {
    try {
      return parse(text);
    } catch (InvalidSyntaxException e) {
      throw new ApiError(
          ErrorCode.SYNTAX,
          "The document is no GraphQL%s."
              .formatted(
                  e.getLocation() == null
                      ? ""
                      : ": line %d, column %d"
                          .formatted(e.getLocation().getLine(), e.getLocation().getColumn())),
          "The schema is at /schema.graphqls; /graphiql completes and checks.");
    }
  }

  /** The operation of this name, or else the only one; empty if there is none, or several. */
  public Optional<OperationDefinition> operation(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return operations.size() == 1 ? Optional.of(operations.getFirst()) : Optional.empty();
    }
    List<OperationDefinition> named =
        operations.stream().filter(each -> name.equals(each.getName())).toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /** Whether the operation of this name, or else the only one, is to be listened to. */
  public boolean isSubscription(@Nullable String name) {
    return operation(name)
        .filter(each -> each.getOperation() == OperationDefinition.Operation.SUBSCRIPTION)
        .isPresent();
  }

  public ParsedDocument validated() {
    return new ParsedDocument(tree, compact, id, fragments, operations, true, fixed);
  }

  /** The document laid out for reading. */
  String readable() {
    return AstPrinter.printAst(tree).strip();
  }

  private static String id(Document tree, String compact, List<OperationDefinition> operations) {
    boolean sorted =
        operations.stream().allMatch(operation -> operation.getVariableDefinitions().size() < 2);
    String text = sorted ? compact : AstPrinter.printAstCompact(sorted(tree));
    return OpaqueToken.of(Sha256.of(text));
  }

  /** Keeps the order of fields, because the answer has the same order. */
  @SuppressWarnings("rawtypes")
  private static Document sorted(Document tree) {
    List<Definition> definitions =
        tree.getDefinitions().stream().map(ParsedDocument::sorted).toList();
    return tree.transform(with -> with.definitions(definitions));
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
