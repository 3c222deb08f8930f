package org.icsregistry.kit.security;

import org.springframework.http.HttpMethod;

/**
 * A path that answers without a token; declare one bean per path.
 *
 * @param pattern as in request mappings, {@code /v1/schemas/**}
 */
public record OpenPath(HttpMethod method, String pattern) {

  public static OpenPath get(String pattern) {
    return new OpenPath(HttpMethod.GET, pattern);
  }

  public static OpenPath post(String pattern) {
    return new OpenPath(HttpMethod.POST, pattern);
  }
}
