package org.stadtstand.serve.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stadtstand.graph.execution.AnswerMemory;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.serve.cost.Budget;
import org.stadtstand.serve.cost.HeapShare;
import org.stadtstand.serve.cost.RateLimit;
import org.stadtstand.serve.format.Negotiation;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.request.HeaderLines;
import org.stadtstand.serve.view.ServerAddresses;

/**
 * Charges every request, whatever it asks for and whether or not it is refused: one unit for
 * itself, and then what it takes. Only the probes of health cost nothing, because they must never
 * be refused.
 */
@Component
class BudgetFilter extends OncePerRequestFilter {

  private final RateLimit limit;
  private final HeapShare heap;
  private final ServerAddresses addresses;

  BudgetFilter(RateLimit limit, HeapShare heap, ServerAddresses addresses) {
    this.limit = limit;
    this.heap = heap;
    this.addresses = addresses;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.startsWith("/actuator/") || path.equals("/livez") || path.equals("/readyz");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    addresses.notice(request);
    Budget budget = limit.budget(request);
    try (AnswerMemory memory = heap.open()) {
      if (!request.getServletPath().equals(GraphQlEndpoint.PATH)) {
        budget.pay(Budget.REQUEST);
        budget.report(response);
      }
      LongAddresses.check(request);
      budget.during(memory, () -> chain.doFilter(request, response));
    } catch (ApiError refusal) {
      refuse(request, response, budget, refusal);
    } catch (ServletException fault) {
      // The dispatcher wraps what no controller handles.
      if (!(fault.getCause() instanceof ApiError refusal)) {
        throw fault;
      }
      refuse(request, response, budget, refusal);
    } finally {
      budget.settle();
    }
  }

  /** The endpoint of questions refuses in the form that its callers ask for. */
  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, Budget budget, ApiError refusal)
      throws IOException {
    budget.report(response);
    response.setHeader("Cache-Control", "no-store");
    if (Negotiation.prefersPage(HeaderLines.of(request, "Accept"))) {
      response.sendError(refusal.code().status());
      return;
    }
    Representation sent = Refusals.of(refusal);
    response.setStatus(sent.status());
    response.setContentType(sent.contentType());
    if (sent.content() instanceof Representation.Bytes(byte[] bytes)) {
      response.getOutputStream().write(bytes);
    }
  }
}
