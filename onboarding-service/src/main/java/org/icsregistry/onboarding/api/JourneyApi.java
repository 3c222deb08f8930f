package org.icsregistry.onboarding.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.onboarding.api.JourneyQueries.Filter;
import org.icsregistry.onboarding.journey.Journey.State;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who waits for whom. */
@RestController
@Tag(name = "Journeys", description = "How far people are on the way into a role")
class JourneyApi {

  private final JourneyQueries journeys;

  JourneyApi(JourneyQueries journeys) {
    this.journeys = journeys;
  }

  @Operation(
      summary = "Journeys of people at partners",
      description =
          """
          What is met, what is missing, the next step, whose turn it is and how long it usually
          takes. A partner sees its own journeys; the services and offices of the ICS (roles lead,
          auditor, engine, reader) see all. The answer trails the log by a moment.\
          """)
  @ApiResponse(responseCode = "200", description = "One page; empty when nothing fits")
  @GetMapping("/v1/journeys")
  JourneyPage journeys(
      @Parameter(description = "Id of a person") @RequestParam(required = false)
          @Nullable String subject,
      @Parameter(description = "Code of a partner; for a partner's own token it may be left out")
          @RequestParam(required = false)
          @Nullable String partner,
      @Parameter(description = "Id of a role") @RequestParam(required = false)
          @Nullable String role,
      @RequestParam(required = false) @Nullable State state,
      @Parameter(description = "Whose turn it is") @RequestParam(required = false)
          @Nullable WaitingOn waitingOn,
      @Parameter(description = "next of the page before") @RequestParam(required = false)
          @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      Caller caller) {
    var filter =
        new Filter(subject, Whose.partner(partner, caller, "journeys"), role, state, waitingOn);
    var found = journeys.page(filter, Cursor.parse(after), limit + 1);
    if (found.size() <= limit) {
      return new JourneyPage(found, null);
    }
    var page = found.subList(0, limit);
    return new JourneyPage(page, Cursor.of(page.getLast()).toString());
  }
}
