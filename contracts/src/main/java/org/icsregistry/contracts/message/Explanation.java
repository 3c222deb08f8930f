package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Why somebody did what they have to answer for, in their own words; always sealed. */
public record Explanation(@Pattern(regexp = Format.TEXT) @Size(min = 10, max = 2000) String text) {

  @Override
  public String toString() {
    return "Explanation[…]";
  }
}
