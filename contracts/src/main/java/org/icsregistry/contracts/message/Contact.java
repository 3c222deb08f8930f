package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** How to reach a person; stands in the log only sealed. */
public record Contact(
    @Nullable @Size(max = 254) @Pattern(regexp = Format.EMAIL) String email,
    @Nullable @Pattern(regexp = "^\\+?[0-9 ()-]{7,20}$") String mobile,
    @Nullable @Pattern(regexp = "^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? ?[0-9][A-Za-z]{2}$")
        String postcode) {

  @Override
  public String toString() {
    return "Contact[…]";
  }
}
