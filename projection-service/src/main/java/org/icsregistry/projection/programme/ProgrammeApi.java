package org.icsregistry.projection.programme;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Programmes for systems. */
@RestController
@Tag(name = "Programmes", description = "What partners want to reach together")
class ProgrammeApi {

  private final Programmes programmes;

  ProgrammeApi(Programmes programmes) {
    this.programmes = programmes;
  }

  /** {@code given} is the time given at the programme's partners, as the log counts it. */
  record Detail(ProgrammeView programme, List<Given> given) {}

  @GetMapping(path = "/v1/programmes", produces = "application/json")
  @Operation(
      summary = "All programmes",
      description =
          """
          Measures against baseline and target, by partner. The same for everybody. Not for \
          organisations that are suspended or have not signed.
          """)
  @ApiResponse(responseCode = "200", description = "The programmes by id")
  List<ProgrammeView> programmes(Caller caller) {
    return programmes.all(caller);
  }

  @GetMapping(path = "/v1/programmes/{id}", produces = "application/json")
  @Operation(
      summary = "A programme",
      description =
          """
          Measures against baseline and target, by partner, and the time given at its partners as \
          the log itself counts it. Numbers of fewer than five people are left out. \
          Not for organisations that are suspended or have not signed.
          """)
  @ApiResponse(responseCode = "200", description = "The programme")
  Detail programme(
      Caller caller,
      @Parameter(description = "The programme's id", example = "QOP.PROGRAMME.BACK_TO_HEALTH")
          @PathVariable
          String id) {
    var programme = programmes.find(caller, id).orElseThrow(ProgrammeApi::missing);
    return new Detail(programme, programmes.given(caller, programme.partners()));
  }

  static Refusal missing() {
    return new Refusal(
        ProblemCode.NOT_FOUND,
        "the id of a defined programme",
        "another one",
        "GET /v1/programmes lists them");
  }
}
