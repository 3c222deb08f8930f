package org.icsregistry.projection.readiness;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.icsregistry.kit.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shared tables for systems. */
@RestController
@Tag(name = "Shared facts", description = "The same for every partner, whatever its size")
class ReadinessApi {

  private final ReadinessQueries queries;

  ReadinessApi(ReadinessQueries queries) {
    this.queries = queries;
  }

  @GetMapping(path = "/v1/readiness", produces = "application/json")
  @Operation(
      summary = "How far each partner has come",
      description =
          """
          For everybody who works for an organisation: organisations only, nothing about people. Not for organisations that are suspended or have not signed. Each figure is \
          counted from events, and `events` says where they stand in the audit trail.
          """)
  @ApiResponse(responseCode = "200", description = "One row per partner, and the total")
  ReadinessView readiness(Caller caller) {
    return queries.readiness(caller);
  }

  @GetMapping(path = "/v1/relationships", produces = "application/json")
  @Operation(
      summary = "Agreements, recognition policies, and who relied on whom",
      description =
          """
          For everybody who works for an organisation: organisations only, nothing about people. Not for organisations \
          that are suspended or have not signed. Who relied on whom is shown from five different people on.
          """)
  @ApiResponse(responseCode = "200", description = "All partners, and every reliance")
  RelationshipsView relationships(Caller caller) {
    return queries.relationships(caller);
  }
}
