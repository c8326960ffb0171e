package org.stadtstand.graphql;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** An object that many answers hold unchanged: it is written once, and its writing kept with it. */
public final class LastingObject extends AbstractMap<String, Object> {

  private final Map<String, Object> content;
  private volatile @Nullable SerializableString written;

  public LastingObject(Map<String, Object> content) {
    this.content = content;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return content.entrySet();
  }

  /**
   * @param write makes JSON of the content
   */
  public SerializableString written(Function<Map<String, Object>, String> write) {
    SerializableString known = written;
    if (known == null) {
      known = new SerializedString(write.apply(content));
      written = known;
    }
    return known;
  }
}
