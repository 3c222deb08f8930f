package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Size;

/** A person's name as they give it; stands in the log only sealed. */
public record PersonName(
    @Size(min = 1, max = 80) String given, @Size(min = 1, max = 80) String family) {

  @Override
  public String toString() {
    return "PersonName[…]";
  }
}
