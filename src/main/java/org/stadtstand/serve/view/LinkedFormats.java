package org.stadtstand.serve.view;

import java.util.List;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.ServerAddress;
import org.stadtstand.serve.link.LinkedQuestion;

/** Forms that only the link of a question has, because they name it. A later room adds its own. */
@FunctionalInterface
public interface LinkedFormats {

  /** The forms, each found by its suffix. */
  List<Format> of(LinkedQuestion linked, ServerAddress server);
}
