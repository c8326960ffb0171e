package org.stadtstand.graph.execution;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.listing.ListArguments;

/** What is read, of which list, with which arguments; hashed once, as a filter can be long. */
public final class ListName implements Batch.Named {

  private final Object kind;
  private final String of;
  private final ListArguments arguments;
  private final int hash;

  public ListName(Object kind, String of, ListArguments arguments) {
    this.kind = kind;
    this.of = of;
    this.arguments = arguments;
    this.hash = Objects.hash(kind, of, arguments);
  }

  @Override
  public String words() {
    return (kind instanceof String words ? words : kind.getClass().getSimpleName()) + " " + of;
  }

  /** A question with a long filter takes more space than a record. */
  public int weight() {
    return 1 + ResultCache.roomOf(arguments.filter());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ListName that
        && hash == that.hash
        && kind.equals(that.kind)
        && of.equals(that.of)
        && arguments.equals(that.arguments);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /**
   * Names the data loader, so it must distinguish all lists. The engine reads its loaders in the
   * order of their names' hashes, and that order decides which of them still share a batch: a
   * different text here can change the number of statements in {@code src/docs/examples}.
   */
  @Override
  public String toString() {
    return "Identity[kind=" + kind + ", of=" + of + ", arguments=" + arguments + "]";
  }
}
