package org.stadtstand.serve.pages;

import com.samskivert.mustache.Mustache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the templates are read. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

  /** What is not known is a dash; a name that no answer has is still an error. */
  @Bean
  static Mustache.Compiler templates(Mustache.TemplateLoader files) {
    return Mustache.compiler().withLoader(files).nullValue("–").emptyStringIsFalse(true);
  }
}
