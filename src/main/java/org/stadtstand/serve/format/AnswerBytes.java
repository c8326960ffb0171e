package org.stadtstand.serve.format;

import java.io.OutputStream;
import org.stadtstand.graph.execution.AnswerMemory;
import tools.jackson.core.util.ByteArrayBuilder;

/** The bytes of an answer while it is written, counted against the memory that answers may take. */
final class AnswerBytes extends OutputStream {

  private final ByteArrayBuilder bytes = new ByteArrayBuilder();

  @Override
  public void write(int one) {
    AnswerMemory.take(1);
    bytes.write(one);
  }

  @Override
  public void write(byte[] some, int from, int length) {
    AnswerMemory.take(length);
    bytes.write(some, from, length);
  }

  /** Needs as much again, for they are copied. */
  byte[] whole() {
    AnswerMemory.take(bytes.size());
    byte[] whole = bytes.toByteArray();
    bytes.release();
    return whole;
  }
}
