package org.icsregistry.kit.oversight;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.icsregistry.kit.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Of each service its own. */
@RestController
@Tag(name = "Oversight", description = "Who was refused what, and what operators did")
final class OversightApi {

  private final Oversight oversight;

  OversightApi(Oversight oversight) {
    this.oversight = oversight;
  }

  @GetMapping(path = "/v1/refusals", produces = "application/json")
  @Operation(
      summary = "Refusals of signed-in callers, the latest first",
      description =
          """
          By minute, caller and address, of this service alone; for auditors and operators. Kept for 90 days, at most a \
          million. Commands that are refused in a batch or over Kafka are in the answers and counts of the registry, not here.
          """)
  @ApiResponse(responseCode = "200", description = "Some refusals; empty when there are no more")
  List<Oversight.Refused> refusals(
      Caller caller,
      @Parameter(description = "Only with a smaller id, to get the next page", example = "4711")
          @RequestParam(defaultValue = "9223372036854775807")
          long before,
      @Parameter(description = "How many at most", example = "50")
          @RequestParam(defaultValue = "50")
          @Min(1)
          @Max(500)
          int limit) {
    return oversight.refusals(caller, before, limit);
  }

  @GetMapping(path = "/v1/operator-actions", produces = "application/json")
  @Operation(
      summary = "What operators asked this service for, the latest first",
      description = "For auditors and operators. The service can add to the list and nothing else.")
  @ApiResponse(responseCode = "200", description = "Some actions; empty when there are no more")
  List<Oversight.Action> actions(
      Caller caller,
      @Parameter(description = "Only with a smaller id, to get the next page", example = "4711")
          @RequestParam(defaultValue = "9223372036854775807")
          long before,
      @Parameter(description = "How many at most", example = "50")
          @RequestParam(defaultValue = "50")
          @Min(1)
          @Max(500)
          int limit) {
    return oversight.actions(caller, before, limit);
  }
}
