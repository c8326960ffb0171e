package org.stadtstand.serve.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.stadtstand.serve.cost.Budget;

/**
 * The home page: three questions asked afresh on each visit, and the states their answers rest on.
 */
@Controller
class HomePage {

  private final Stories stories;

  HomePage(Stories stories) {
    this.stories = stories;
  }

  @GetMapping("/")
  ModelAndView home(HttpServletResponse response) {
    Map<String, Story> asked = new LinkedHashMap<>();
    asked.put("targets", stories.ask("ziele-2025"));
    asked.put("projects", stories.ask("wie-viele-projekte"));
    asked.put("online", stories.ask("online-quote"));
    asked.put("record", stories.ask("stand"));
    Budget.current().report(response);
    boolean failed = asked.values().stream().anyMatch(Story::failed);
    if (failed) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "30");
    }
    return new ModelAndView("home", asked, failed ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
  }
}
