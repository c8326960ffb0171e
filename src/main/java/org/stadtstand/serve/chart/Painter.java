package org.stadtstand.serve.chart;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.execution.AnswerMemory;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.cost.Budget;
import org.stadtstand.serve.drawing.Graphic;
import org.stadtstand.serve.drawing.Png;

/** Paints pictures in pixels, a few at a time: that takes far more than to write lines down. */
@Component
class Painter {

  /** What a picture costs in units, while it is not cached. */
  static final long PRICE = 50;

  private final PictureSettings settings;
  private final Semaphore places;

  Painter(PictureSettings settings) {
    this.settings = settings;
    this.places = new Semaphore(settings.atOnce(), true);
  }

  byte[] png(Graphic graphic, boolean night) {
    Budget.current().pay(PRICE);
    if (!isTheirTurn()) {
      throw new ApiError(
          ErrorCode.OVERLOADED,
          "The server has more pictures to paint than it can at the moment.",
          "Try again in some seconds, or take the SVG.");
    }
    try {
      AnswerMemory.take(Png.memory(graphic));
      return Png.file(graphic, night);
    } finally {
      places.release();
    }
  }

  private boolean isTheirTurn() {
    try {
      return places.tryAcquire(settings.patience().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
