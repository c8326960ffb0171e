package org.stadtstand.serve.link;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** The blocked questions, kept in memory so that no request queries the database for them. */
@Component
class Blocks {

  private static final Logger log = LoggerFactory.getLogger(Blocks.class);

  private final QuestionTable table;
  private volatile Map<String, String> reasons = Map.of();

  Blocks(QuestionTable table) {
    this.table = table;
  }

  /** Runs at the start, then at intervals to notice what another process has blocked. */
  @Scheduled(fixedDelayString = "${link.poll:10s}")
  void read() {
    try {
      reasons = table.blocked();
    } catch (DataAccessException e) {
      // What was blocked before stays blocked.
      log.warn("Cannot look for blocked links: {}", e.getMessage());
    }
  }

  void refuse(String id) {
    String reason = reasons.get(id);
    if (reason != null) {
      throw new ApiError(
          ErrorCode.BLOCKED_LINK,
          "The operator of this server has blocked this link: " + reason,
          "Ask the operator, whose contact is on the first page.");
    }
  }
}
