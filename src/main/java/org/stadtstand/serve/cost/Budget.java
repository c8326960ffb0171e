package org.stadtstand.serve.cost;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.execution.AnswerMemory;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * A caller's budget as one request sees it. What the request may take is reserved before anything
 * is read, and what it did not take is given back: the price of an answer is what it took. The
 * budget is reported in header fields only, because in the body it would make every answer
 * different.
 */
public final class Budget {

  private static final ScopedValue<Budget> CURRENT = ScopedValue.newInstance();

  /** The price of a request by itself, and so of an answer that is cached. */
  public static final long REQUEST = 1;

  private static final long BYTES_OF_A_UNIT = 10_000;
  private static final long ROWS_OF_A_UNIT = 100;

  private final String policy;
  private final long units;
  private final Duration period;
  private final @Nullable Account account;
  private final Expenditure expenditure;
  private long taken;
  private long used;
  private long wait;
  private long told;

  Budget(
      String policy,
      long units,
      Duration period,
      @Nullable Account account,
      Expenditure expenditure) {
    this.policy = policy;
    this.units = units;
    this.period = period;
    this.account = account;
    this.expenditure = expenditure;
  }

  /** The budget of the current request's caller; one without limits where there is no request. */
  public static Budget current() {
    return CURRENT.isBound()
        ? CURRENT.get()
        : new Budget("", 0, Duration.ZERO, null, new Expenditure());
  }

  /** Runs work at the expense of this budget and in this memory. */
  public void during(AnswerMemory memory, Work work) throws IOException, ServletException {
    try {
      memory
          .current()
          .where(CURRENT, this)
          .<Boolean, Exception>call(
              () -> {
                work.run();
                return true;
              });
    } catch (IOException | ServletException | RuntimeException fault) {
      throw fault;
    } catch (Exception unknown) {
      throw new IllegalStateException("Work throws nothing else", unknown);
    }
  }

  /** The handling of a request. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException, ServletException;
  }

  /** Charges a price that is known. */
  public void pay(long price) {
    reserve(price);
    used += price;
  }

  /**
   * Takes what further work may cost, or refuses a caller who has recently asked for too much. No
   * price exceeds the whole budget, so that every question can be paid for.
   */
  public void reserve(long price) {
    long missing = Math.min(units, Size.plus(used, price)) - taken;
    if (account == null || missing <= 0) {
      return;
    }
    long nanos = account.take(missing);
    if (nanos > 0) {
      expenditure.refuse();
      wait = Math.ceilDiv(nanos, 1_000_000_000L);
      throw new ApiError(
          ErrorCode.TOO_MANY_REQUESTS,
          "More was asked for than the %d units of cost that every caller has in %d seconds."
              .formatted(units, period.toSeconds()),
          "Wait for the seconds in Retry-After. Prefer: explain tells what a question costs, and"
              + " an answer that is still cached costs 1.");
    }
    taken += missing;
  }

  /** Notes work that was done. */
  public void use(long work, long rows) {
    used = Size.plus(used, work + rows / ROWS_OF_A_UNIT);
  }

  /** Notes bytes of an answer that were written. */
  public void write(long bytes) {
    used += Math.ceilDiv(bytes, BYTES_OF_A_UNIT);
  }

  /** Takes or gives back the difference between what was reserved and what was used. */
  public void settle() {
    expenditure.spend(used - told);
    told = used;
    long owed = Math.min(units, used) - taken;
    if (account == null || owed == 0) {
      return;
    }
    if (owed > 0) {
      account.owe(owed);
    } else {
      account.giveBack(-owed);
    }
    taken += owed;
  }

  /** Settles, and reports what is left in the header; nothing if there is no limit. */
  public void report(HttpServletResponse response) {
    settle();
    if (account == null || (taken == 0 && wait == 0)) {
      return;
    }
    long left = Math.max(0, account.left());
    long full = Math.ceilDiv((units - left) * period.toSeconds(), units);
    response.setHeader(
        "RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(policy, units, period.toSeconds()));
    response.setHeader(
        "RateLimit", "\"%s\";r=%d;t=%d".formatted(policy, left, wait == 0 ? full : wait));
    if (wait > 0) {
      response.setHeader("Retry-After", String.valueOf(wait));
    }
  }
}
