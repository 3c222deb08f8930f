package org.icsregistry.local.signin;

import java.util.List;
import java.util.Map;

/**
 * Who a token speaks for, as the services read it.
 *
 * @param org code of the organisation
 * @param role in which capacity: partner, coordinator, administrator, volunteer, lead, auditor,
 *     operator, engine or reader; others give no right over HTTP
 */
record Identity(String org, String role) {

  Map<String, Object> claims() {
    return Map.of("org", org, "roles", List.of(role));
  }
}
