package org.stadtstand.serve.table;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.request.Question;

/** Asks questions whose answers are to become tables. */
@Component
public class Tables {

  private final GraphQLSchema schema;
  private final PreparsedDocumentProvider documents;
  private final Words words;
  private final ExportSettings settings;

  public Tables(
      GraphQlSource source,
      PreparsedDocumentProvider documents,
      Words words,
      ExportSettings settings) {
    this.schema = source.schema();
    this.documents = documents;
    this.words = words;
    this.settings = settings;
  }

  /** Finds rows and columns in what is selected. */
  public interface Planner {
    TablePlan plan(Selected root, Words words, FileOptions options);
  }

  /** Asks the first page, and makes a file of the answer if it is whole. */
  public AnswerFile file(
      Question question,
      Answers answers,
      FileOptions options,
      Planner planner,
      Function<AskedTable, AnswerFile> form) {
    AskedTable table = ask(question, answers, options, planner).orElse(null);
    if (table == null) {
      return AnswerFile.none(refused(answers.ask(question)));
    }
    return table.first().whole() ? form.apply(table) : AnswerFile.none(table.first());
  }

  /** An answer that was archived outlives its question's fitting the schema. */
  private static Answer refused(Answer answer) {
    if (answer.whole()) {
      throw new ApiError(
          ErrorCode.NOT_A_TABLE,
          "The question does not fit the schema any more, so its archived answer has no columns.",
          "Take the archived answer as JSON.");
    }
    return answer;
  }

  /**
   * Asks the first page. Empty if the question is one that the engine refuses: then it says best
   * what is wrong.
   */
  private Optional<AskedTable> ask(
      Question question, Answers answers, FileOptions options, Planner planner) {
    Optional<OperationDefinition> operation =
        document(question).flatMap(document -> Unfolding.of(document, question));
    if (operation.isEmpty()) {
      return Optional.empty();
    }
    Selected root = Selected.of(operation.get().getSelectionSet(), schema);
    TablePlan plan = planner.plan(root, words, options);
    if (options.all() && plan.followed().isEmpty()) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "all=true follows a list, and the answer is not one that has pages.",
          "Leave all out.");
    }
    String text = Rewriting.of(operation.get(), schema, plan, options);
    Question asked = question.rewritten(text, question.variables());
    Answer first = answers.ask(asked);
    long limit = options.all() ? settings.rows() : 0;
    return Optional.of(new AskedTable(plan, asked, answers, first, limit));
  }

  private Optional<Document> document(Question question) {
    ExecutionInput input =
        ExecutionInput.newExecutionInput(question.document())
            .operationName(question.operation())
            .variables(question.variables())
            .build();
    PreparsedDocumentEntry entry =
        documents.getDocumentAsync(input, this::parsedAndValidated).join();
    return entry.hasErrors() ? Optional.empty() : Optional.of(entry.getDocument());
  }

  private PreparsedDocumentEntry parsedAndValidated(ExecutionInput input) {
    ParseAndValidateResult result = ParseAndValidate.parseAndValidate(schema, input);
    return result.isFailure()
        ? new PreparsedDocumentEntry(
            result.getErrors().stream().map(GraphQLError.class::cast).toList())
        : new PreparsedDocumentEntry(result.getDocument());
  }
}
