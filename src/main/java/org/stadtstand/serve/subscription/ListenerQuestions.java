package org.stadtstand.serve.subscription;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.execution.AnswerMemory;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.Faults;
import org.stadtstand.serve.cost.Budget;
import org.stadtstand.serve.cost.Caller;
import org.stadtstand.serve.cost.HeapShare;
import org.stadtstand.serve.format.JsonFormat;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.response.Response;
import org.stadtstand.serve.response.ResponseHandler;

/**
 * Asks for listeners, each time at the expense of the budget that the listener's requests are paid
 * from, too: one unit for an event, and what it took to work it out for whoever was first.
 */
@Component
class ListenerQuestions {

  private final ResponseHandler handler;
  private final HeapShare heap;

  ListenerQuestions(ResponseHandler handler, HeapShare heap) {
    this.handler = handler;
    this.heap = heap;
  }

  /** An answer, or a refusal in its place. */
  Representation ask(Caller caller, Question question, EventFormat format) {
    AtomicReference<Response> answer = new AtomicReference<>();
    Budget budget = caller.budget();
    try (AnswerMemory memory = heap.open()) {
      budget.during(
          memory,
          () -> {
            budget.pay(Budget.REQUEST);
            answer.set(handler.ask(question, format));
          });
    } catch (RuntimeException fault) {
      return refusal(Faults.of(fault, "subscription"));
    } catch (IOException | ServletException impossible) {
      throw new IllegalStateException("A question sends nothing", impossible);
    } finally {
      budget.settle();
    }
    Response given = answer.get();
    // An outdated answer knows nothing of what is new, and would be taken for silence.
    return given.origin() == Response.Origin.STALE
        ? given.representation().with(new EventHead(true, true, "", false, false).fields())
        : given.representation();
  }

  /** A refusal in the form of an answer. */
  static Representation refusal(ApiError refusal) {
    boolean again = EventFormat.isPassing(refusal.code());
    return JsonFormat.of(new EventFormat(""))
        .remark(
            new EventHead(true, again, "", false, false).fields(),
            Map.of("errors", Faults.written(List.of(Faults.graphQl(refusal)))));
  }
}
