package org.icsregistry.projection.look;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.look.LookHistory.Look;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Emergencies for those who look into them. */
@RestController
@Tag(name = "Emergencies", description = "Details that were opened without a permission")
class EmergencyApi {

  private final LookHistory looks;

  EmergencyApi(LookHistory looks) {
    this.looks = looks;
  }

  @GetMapping(path = "/v1/emergencies", produces = "application/json")
  @Operation(
      summary = "When partners opened details in an emergency, the latest first",
      description =
          """
          For leads and auditors: at most a hundred, without what was said in explanation. A partner opens details with the \
          command `BreakGlass.v1`.
          """)
  @ApiResponse(responseCode = "200", description = "The emergencies")
  List<Look> emergencies(Caller caller) {
    return looks.emergencies(caller);
  }
}
