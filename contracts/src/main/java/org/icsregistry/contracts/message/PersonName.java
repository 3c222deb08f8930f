package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A person's name as they give it; stands in the log only sealed. */
public record PersonName(
    @Pattern(regexp = Format.LINE) @Size(min = 1, max = 80) String given,
    @Pattern(regexp = Format.LINE) @Size(min = 1, max = 80) String family) {

  @Override
  public String toString() {
    return "PersonName[…]";
  }
}
