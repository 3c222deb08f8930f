package org.icsregistry.local.signin;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Shows the refusal as a message instead of a stack trace; named in {@code
 * META-INF/spring.factories}.
 */
class NotLocalAnalyzer extends AbstractFailureAnalyzer<NotLocalException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, NotLocalException cause) {
    return new FailureAnalysis(cause.getMessage(), NotLocalException.ACTION, cause);
  }
}
