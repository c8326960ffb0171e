package org.stadtstand.graph.execution;

import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.cache.ResultCache;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** An object that many answers contain unchanged: it is serialized once, and its JSON kept. */
public final class LastingObject extends AbstractMap<String, @Nullable Object>
    implements ResultCache.Weighed {

  /** The bytes of a value with its place and its name in the JSON. */
  private static final long PART = 60;

  private final Map<String, ? extends @Nullable Object> content;
  private final int weight;
  private final long rows;
  private volatile @Nullable SerializableString written;

  public LastingObject(Map<String, ? extends @Nullable Object> content) {
    this.content = content;
    this.weight = 1 + (int) (memory(content) / ResultCache.UNIT);
    this.rows = rows(content);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return ((Map<String, @Nullable Object>) content).entrySet();
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return content.get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return content.containsKey(name);
  }

  @Override
  public int weight() {
    return weight;
  }

  /** The elements of all lists in a part of an answer, whether they were read or remembered. */
  public static long rows(@Nullable Object value) {
    return switch (value) {
      case LastingObject object -> object.rows;
      case AnsweredObject object -> {
        long rows = 0;
        for (int i = 0; i < object.size(); i++) {
          rows += rows(object.value(i));
        }
        yield rows;
      }
      case Map<?, ?> object -> object.values().stream().mapToLong(LastingObject::rows).sum();
      case List<?> list -> list.size() + list.stream().mapToLong(LastingObject::rows).sum();
      case null, default -> 0;
    };
  }

  /** With its JSON, which is written later and kept, too. */
  private static long memory(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> object ->
          PART + object.values().stream().mapToLong(LastingObject::memory).sum();
      case List<?> list -> PART + list.stream().mapToLong(LastingObject::memory).sum();
      case String text -> PART + AnswerMemory.ofText(text) + 2L * text.length();
      case null, default -> PART;
    };
  }

  /**
   * @param write serializes the content as JSON
   */
  public SerializableString written(
      Function<Map<String, ? extends @Nullable Object>, String> write) {
    SerializableString known = written;
    if (known == null) {
      known = new SerializedString(write.apply(content));
      written = known;
    }
    return known;
  }
}
