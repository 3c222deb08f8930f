package org.icsregistry.projection.passport;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.icsregistry.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Passports for systems. */
@RestController
@Tag(name = "Passports", description = "What a person holds, across organisations")
class PassportApi {

  private final PassportReader reader;

  PassportApi(PassportReader reader) {
    this.reader = reader;
  }

  @GetMapping(path = "/v1/passports/{id}", produces = "application/json")
  @Operation(
      summary = "A person's passport, as it stands or as it stood",
      description =
          """
          For partners and coordinators whose organisation has a relationship with the person; for \
          auditors without what is sealed. What was erased reads as `"erased": true`. With `asOf` \
          the passport is computed from the log as it was then, by the rules, roles and policies of \
          that moment.
          """)
  @ApiResponse(responseCode = "200", description = "The passport")
  PassportView passport(
      Caller caller,
      @Parameter(description = "The person's id", example = "019384c2-7d0e-7c1a-9f55-3fb2a7c00001")
          @PathVariable
          String id,
      @Parameter(
              description =
                  "A log index or an instant with a zone, not ahead of the log; absent for now",
              example = "2026-03-31T17:00:00Z")
          @RequestParam(required = false)
          @Nullable String asOf) {
    return reader.read(caller, id, AsOf.of(asOf));
  }
}
