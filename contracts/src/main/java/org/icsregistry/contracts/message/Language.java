package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A language by its tag (BCP 47). Always sealed: the language somebody prefers hints at where they
 * come from (UK GDPR Art. 9).
 */
public record Language(
    @Pattern(regexp = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$") @Size(max = 35) String tag) {

  @Override
  public String toString() {
    return "Language[…]";
  }
}
