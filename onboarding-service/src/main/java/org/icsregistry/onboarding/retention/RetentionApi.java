package org.icsregistry.onboarding.retention;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the schedule would erase, before it does. */
@RestController
@Tag(name = "Retention", description = "What is not to be kept any longer")
class RetentionApi {

  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final Retention retention;
  private final RetentionSettings settings;
  private final Clock clock;

  RetentionApi(Retention retention, RetentionSettings settings, Clock clock) {
    this.retention = retention;
    this.settings = settings;
    this.clock = clock;
  }

  record Due(
      @Schema(description = "Whether it is erased by itself") boolean enabled,
      @Schema(description = "Up to which day") LocalDate by,
      @Schema(description = "What is due, by person") List<DueErasure> due,
      @Schema(description = "Value of `after` for the next page; absent on the last")
          @Nullable String next) {}

  @Operation(
      summary = "What is due for erasure",
      description =
          """
          Whose period of retention is over by a day, today unless another is asked for. Pseudonymous; for the offices \
          of the ICS. Nothing is erased by asking. With `registry.retention.enabled=true` what is due is erased by itself.
          """)
  @ApiResponse(responseCode = "200", description = "What is due")
  @GetMapping("/v1/retention/due")
  Due due(
      @Parameter(description = "A day, also in the future") @RequestParam(required = false)
          @Nullable LocalDate by,
      @Parameter(description = "Go on behind this person") @RequestParam(defaultValue = "")
          String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      Caller caller) {
    Access.require(caller, Right.SEE_LOG, Bond.NONE);
    var day = by == null ? LocalDate.ofInstant(clock.instant(), ZONE) : by;
    var page = retention.dueBy(day, after, limit);
    return new Due(settings.enabled(), day, page.due(), page.next().isEmpty() ? null : page.next());
  }
}
