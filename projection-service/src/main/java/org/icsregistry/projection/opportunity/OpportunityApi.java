package org.icsregistry.projection.opportunity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.icsregistry.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Opportunities for systems. */
@RestController
@Tag(name = "Opportunities", description = "What people are wanted for")
class OpportunityApi {

  private final Opportunities opportunities;

  OpportunityApi(Opportunities opportunities) {
    this.opportunities = opportunities;
  }

  @GetMapping(path = "/v1/opportunities", produces = "application/json")
  @Operation(
      summary = "What is open to people of your organisation",
      description =
          """
          Your own opportunities and those that others share with you, what ends first at the top. \
          With `person`, each says how many of its role's requirements that person meets by your \
          organisation's policy, and what comes next. For organisations in good standing.
          """)
  @ApiResponse(responseCode = "200", description = "All that are open today")
  @ApiResponse(
      responseCode = "404",
      description = "No such person, or no relationship with them: the answer does not say which")
  List<OpportunityView> open(
      Caller caller,
      @Parameter(
              description = "Whose requirements to show",
              example = "019384c2-7d0e-7c1a-9f55-3fb2a7c00001")
          @RequestParam(required = false)
          @Nullable String person,
      @Parameter(description = "Outward half of a postcode", example = "M23")
          @RequestParam(required = false)
          @Nullable String area) {
    return opportunities.open(caller, person, area);
  }
}
