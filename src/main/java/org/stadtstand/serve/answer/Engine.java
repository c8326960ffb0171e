package org.stadtstand.serve.answer;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.cost.Admission;
import org.stadtstand.serve.request.Question;

/** Runs questions on the engine in this process. */
@Component
class Engine implements Answers {

  private final GraphQL graphQl;
  private final ReleaseDirectory releases;
  private final Admission admission;

  Engine(GraphQlSource source, ReleaseDirectory releases, Admission admission) {
    this.graphQl = source.graphQl();
    this.releases = releases;
    this.admission = admission;
  }

  @Override
  public Answer ask(Question question) {
    BasisRecorder basis = new BasisRecorder(present(question.state()));
    ExecutionInput input =
        ExecutionInput.newExecutionInput(question.document())
            .operationName(question.operation())
            .variables(question.variables())
            .graphQLContext(Map.of(BasisRecorder.class, basis, Question.class, question))
            .build();
    ExecutionResult result = admission.during(() -> graphQl.execute(input));
    return new Answer(result, basis.basis());
  }

  private Present present(@Nullable StateName state) {
    return state == null ? releases.present() : releases.presentAt(state);
  }
}
