package org.icsregistry.projection.surge;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.regex.Pattern;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Surges for systems. */
@RestController
@Tag(name = "Surges", description = "Who could help in an emergency, and who was asked")
class SurgeApi {

  private static final Pattern ROLE = Pattern.compile(Format.ROLE);

  private final Surges surges;

  SurgeApi(Surges surges) {
    this.surges = surges;
  }

  @GetMapping(path = "/v1/surges", produces = "application/json")
  @Operation(
      summary = "All surges",
      description =
          """
          With their temporary roles, how many people are cleared for them at each partner, and \
          what those called up have answered. Numbers of fewer than five people are left \
          out. The numbers of people cleared across partners are to the nearest five, and those of \
          a partner too once the temporary role has ended. A partner's system sees the ids of people whom it has a relationship with, where it cleared \
          them itself or they share details with it; the others are in the numbers. Not for organisations \
          that are suspended or have not signed.
          """)
  @ApiResponse(responseCode = "200", description = "The surges by id")
  List<SurgeView> surges(Caller caller) {
    return surges.all(caller);
  }

  @GetMapping(path = "/v1/capacity", produces = "application/json")
  @Operation(
      summary = "Who is cleared for a role",
      description =
          """
          Across all partners, as far as no lapse is recorded. Numbers of fewer than five people \
          are left out, and all others to the nearest five; those of a partner are exact for temporary roles \
          that have not ended, and for those whose people may be called up for these. Somebody whom two partners have \
          cleared is counted at both, and once across them. Not for organisations that are suspended or have not signed.
          """)
  @ApiResponse(responseCode = "200", description = "The numbers by partner")
  SurgeView.Capacity capacity(
      Caller caller,
      @Parameter(description = "The role's id", example = "QOP.WARD_HELPER") @RequestParam
          String role) {
    if (!ROLE.matcher(role).matches()) {
      throw new Refusal(
          ProblemCode.INVALID_PARAMETER,
          "role: the id of a role, such as QOP.WARD_HELPER",
          "another text",
          "correct the parameter");
    }
    return surges.capacity(caller, role);
  }
}
