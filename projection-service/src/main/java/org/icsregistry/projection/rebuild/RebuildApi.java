package org.icsregistry.projection.rebuild;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.oversight.OperatorActions;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.rebuild.Version.State;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilding read models, for operators. */
@RestController
@Tag(name = "Rebuilds", description = "Making a read model again from the log while it serves")
class RebuildApi {

  private static final String ADDRESS = "/v1/rebuilds/{projection}";

  private final Feeds feeds;
  private final Versions versions;
  private final Rebuilds rebuilds;
  private final OperatorActions actions;

  RebuildApi(Feeds feeds, Versions versions, Rebuilds rebuilds, OperatorActions actions) {
    this.feeds = feeds;
    this.versions = versions;
    this.rebuilds = rebuilds;
    this.actions = actions;
  }

  @PostMapping(path = ADDRESS, produces = "application/json")
  @Operation(
      summary = "Rebuild a projection",
      description =
          """
          Fills the next version of the tables from the beginning of the log, beside the version \
          that serves. When it has caught up, it takes over in one step and the old tables are \
          dropped. Nothing is sent to anyone. For operators.
          """)
  @ApiResponse(responseCode = "202", description = "It has begun; follow it at `Location`")
  @ApiResponse(responseCode = "409", description = "One is running")
  ResponseEntity<RebuildView> begin(
      Caller caller,
      @Parameter(description = "passport, directory or audit", example = "passport") @PathVariable
          String projection) {
    check(caller, projection);
    actions.record(caller, "rebuild " + projection);
    rebuilds.begin(projection);
    return ResponseEntity.accepted()
        .location(URI.create("/v1/rebuilds/" + projection))
        .body(view(projection));
  }

  @GetMapping(path = ADDRESS, produces = "application/json")
  @Operation(
      summary = "How the last rebuild of a projection stands",
      description = "For operators.")
  @ApiResponse(responseCode = "200", description = "Its progress or result")
  RebuildView progress(
      Caller caller,
      @Parameter(description = "passport, directory or audit", example = "passport") @PathVariable
          String projection) {
    check(caller, projection);
    return view(projection);
  }

  private RebuildView view(String projection) {
    return RebuildView.of(
        versions.newest(projection).orElseThrow(),
        versions.in(projection, State.SERVING).orElseThrow());
  }

  private void check(Caller caller, String projection) {
    Access.require(caller, Right.OPERATE, Bond.NONE);
    if (!feeds.names().contains(projection)) {
      throw new Refusal(
          ProblemCode.NOT_FOUND,
          "one of " + String.join(", ", feeds.names()),
          "another name",
          "correct the address");
    }
  }
}
