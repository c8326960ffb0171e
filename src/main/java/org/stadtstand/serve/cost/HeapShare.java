package org.stadtstand.serve.cost;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.execution.AnswerMemory;

/** The share of the heap that answers may take, each alone and all together. */
@Component
public class HeapShare {

  private final long alone;
  private final long together;
  private final AtomicLong all = new AtomicLong();

  HeapShare(LimitsSettings limits) {
    long heap = Runtime.getRuntime().maxMemory();
    this.alone = (long) (heap * limits.answerHeap());
    this.together = (long) (heap * limits.answersHeap());
  }

  /** The memory of one answer, which gives back what it took when it is closed. */
  public AnswerMemory open() {
    return new AnswerMemory(alone, together, all);
  }
}
