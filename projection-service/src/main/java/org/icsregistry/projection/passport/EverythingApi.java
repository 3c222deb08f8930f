package org.icsregistry.projection.passport;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.icsregistry.kit.security.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers to people who ask what is known about them. */
@RestController
@Tag(name = "Passports")
class EverythingApi {

  private final Everything everything;

  EverythingApi(Everything everything) {
    this.everything = everything;
  }

  @GetMapping(path = "/v1/passports/{id}/everything", produces = "application/json")
  @Operation(
      summary = "Everything that the log says about a person",
      description =
          """
          To answer an access request (UK GDPR Art. 15) and for portability (Art. 20): the passport as it stands and every \
          event about the person, opened, with who recorded it and when. For the person, and for organisations with \
          which the person shares details. Outcomes of another organisation's checks are, to an organisation, named with the one that hands them out.
          """)
  @ApiResponse(responseCode = "200", description = "Everything")
  ResponseEntity<EverythingView> everything(
      Caller caller,
      @Parameter(description = "The person's id", example = "019384c2-7d0e-7c1a-9f55-3fb2a7c00001")
          @PathVariable
          String id) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", "attachment; filename=\"everything.json\"")
        .body(everything.about(caller, id));
  }
}
