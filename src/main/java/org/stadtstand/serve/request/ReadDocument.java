package org.stadtstand.serve.request;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.List;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * A document that was parsed, and nothing more: it may not fit the schema.
 *
 * @param compact without comments and layout
 */
public record ReadDocument(Document tree, String compact) {

  public static ReadDocument of(String text) {
    try {
      Document tree = Parser.parse(text);
      return new ReadDocument(tree, AstPrinter.printAstCompact(tree));
    } catch (InvalidSyntaxException e) {
      throw new ApiError(
          ErrorCode.SYNTAX,
          "The document is no GraphQL: " + e.getMessage(),
          "The schema is at /schema.graphqls; /graphiql completes and checks.");
    }
  }

  /** Laid out for reading. */
  String readable() {
    return AstPrinter.printAst(tree).strip();
  }

  List<OperationDefinition> operations() {
    return tree.getDefinitionsOfType(OperationDefinition.class);
  }
}
