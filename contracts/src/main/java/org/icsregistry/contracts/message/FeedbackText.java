package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What somebody says about a placement in their own words; always sealed. */
public record FeedbackText(@Pattern(regexp = Format.TEXT) @Size(min = 1, max = 2000) String text) {

  @Override
  public String toString() {
    return "FeedbackText[…]";
  }
}
