package org.stadtstand.serve.answer;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.language.Field;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.FieldArguments;
import org.stadtstand.graph.execution.AnswerMemory;
import org.stadtstand.graph.execution.LastingObject;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.sql.Trace;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.cost.Admission;
import org.stadtstand.serve.cost.Budget;
import org.stadtstand.serve.cost.CheckedDocuments;
import org.stadtstand.serve.cost.Cost;
import org.stadtstand.serve.request.ParsedDocument;
import org.stadtstand.serve.request.Question;

/** Runs questions on the engine in this process. */
@Component
class Engine implements Answers {

  /** A trace's name is read in a list of them. */
  private static final int MOST_NAMED = 5;

  private final GraphQL graphQl;
  private final ReleaseDirectory releases;
  private final Admission admission;
  private final CheckedDocuments documents;
  private final Trace.Traces traces;

  Engine(
      GraphQlSource source,
      ReleaseDirectory releases,
      Admission admission,
      CheckedDocuments documents,
      Trace.Traces traces) {
    this.graphQl = source.graphQl();
    this.releases = releases;
    this.admission = admission;
    this.documents = documents;
    this.traces = traces;
  }

  /** Reserves what the answer can cost, and charges what it did. */
  @Override
  public Answer ask(Question question) {
    return Trace.question(traces, () -> lists(question), () -> answered(question));
  }

  /** The question by the fields of the schema that it begins with; no text of the caller's. */
  private String lists(Question question) {
    ParsedDocument document = documents.fitting(question.document());
    return document == null
        ? "question"
        : document.operation(question.operation()).stream()
            .flatMap(
                operation -> operation.getSelectionSet().getSelectionsOfType(Field.class).stream())
            .map(Field::getName)
            .distinct()
            .limit(MOST_NAMED)
            .collect(Collectors.joining(", ", "question ", ""))
            .strip();
  }

  private Answer answered(Question question) {
    BasisRecorder basis = new BasisRecorder(releases.presentAt(question.state()));
    FieldArguments arguments = documents.arguments(question);
    Cost cost = documents.cost(question, basis.present(), arguments);
    Budget.current().reserve(cost.units());
    ExecutionInput input =
        ExecutionInput.newExecutionInput(question.document())
            .operationName(question.operation())
            .variables(question.variables())
            .graphQLContext(
                Map.of(
                    BasisRecorder.class, basis,
                    Question.class, question,
                    Cost.class, cost,
                    FieldArguments.class, arguments))
            .build();
    ExecutionResult result = executed(input, cost);
    if (result.isDataPresent()) {
      Budget.current().use(cost.work(), LastingObject.rows(result.getData()));
    }
    return new Answer(result, basis.basis());
  }

  private ExecutionResult executed(ExecutionInput input, Cost cost) {
    try {
      CompletableFuture<ExecutionResult> result =
          admission.during(() -> graphQl.executeAsync(input));
      refuseAbandoned(cost);
      return result.join();
    } catch (RuntimeException fault) {
      refuseAbandoned(cost);
      throw fault;
    }
  }

  /** An answer that grew too large while it was made took as much as one that was given. */
  private static void refuseAbandoned(Cost cost) {
    ApiError refusal = AnswerMemory.refusal();
    if (refusal != null) {
      Budget.current().use(refusal.code() == ErrorCode.OVERLOADED ? 0 : cost.units(), 0);
      throw refusal;
    }
  }
}
