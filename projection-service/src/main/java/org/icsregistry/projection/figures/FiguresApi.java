package org.icsregistry.projection.figures;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.icsregistry.kit.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures for systems. */
@RestController
@Tag(name = "Figures", description = "How the journey to volunteering goes")
class FiguresApi {

  private final FigureQueries figures;
  private final UpkeepQueries upkeep;

  FiguresApi(FigureQueries figures, UpkeepQueries upkeep) {
    this.figures = figures;
    this.upkeep = upkeep;
  }

  @GetMapping(path = "/v1/figures", produces = "application/json")
  @Operation(
      summary = "Waits, turns, exits, reuse and savings",
      description =
          """
          Counted from the log at the moment `asOf` and remembered for ten seconds; the same for \
          everybody. Not for organisations that are suspended or have not signed. Numbers of people are to the nearest five; those of fewer than five, and what \
          was computed from them, are left out.
          """)
  @ApiResponse(responseCode = "200", description = "The figures")
  Figures figures(Caller caller) {
    return figures.all(caller);
  }

  @GetMapping(path = "/v1/upkeep", produces = "application/json")
  @Operation(
      summary = "What ends soon, what was let wait, whose items are relied on",
      description =
          """
          Counted from the log at the moment `asOf` and remembered for ten seconds; the same for \
          everybody. Not for organisations that are suspended or have not signed. Numbers of people are to the nearest five; those of fewer than five are left \
          out.
          """)
  @ApiResponse(responseCode = "200", description = "The figures")
  Upkeep upkeep(Caller caller) {
    return upkeep.now(caller);
  }
}
