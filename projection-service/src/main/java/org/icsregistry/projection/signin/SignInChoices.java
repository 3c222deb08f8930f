package org.icsregistry.projection.signin;

import java.util.Map;

/**
 * How people can sign in.
 *
 * @param byTitle addresses by what people call them
 */
public record SignInChoices(Map<String, String> byTitle) {

  /** The only one, or nothing to choose from. */
  public String first() {
    return byTitle.values().iterator().next();
  }
}
