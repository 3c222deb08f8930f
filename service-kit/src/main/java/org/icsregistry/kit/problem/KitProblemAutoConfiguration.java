package org.icsregistry.kit.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;

/** Problem documents for all refusals and failures of a service. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
public class KitProblemAutoConfiguration {

  @Bean
  Problems problems() {
    return new Problems();
  }

  @Bean
  SecurityProblems securityProblems() {
    return new SecurityProblems();
  }

  @Bean
  @ConditionalOnMissingBean(ErrorController.class)
  ErrorProblems errorProblems(
      ErrorAttributes attributes, WebProperties web, ObjectProvider<ErrorViewResolver> views) {
    return new ErrorProblems(attributes, web, views.orderedStream().toList());
  }
}
