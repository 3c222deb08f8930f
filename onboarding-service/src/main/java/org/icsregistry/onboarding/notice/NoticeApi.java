package org.icsregistry.onboarding.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.onboarding.api.Whose;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What coordinators should look at. */
@RestController
@Tag(name = "Notices", description = "What a partner's coordinators should look at")
class NoticeApi {

  private final Notices notices;

  NoticeApi(Notices notices) {
    this.notices = notices;
  }

  @Operation(
      summary = "Notices, the latest first",
      description =
          """
          Late steps, what expires, what has lapsed, people who are not asked, and applications
          that were closed. A partner sees its own; offices of the ICS see all.\
          """)
  @ApiResponse(responseCode = "200", description = "Some notices; empty when there are no more")
  @GetMapping("/v1/notices")
  List<NoticeView> notices(
      @Parameter(description = "Code of a partner; for a partner's own token it may be left out")
          @RequestParam(required = false)
          @Nullable String partner,
      @Parameter(description = "Id of a person") @RequestParam(required = false)
          @Nullable String subject,
      @Parameter(description = "Only notices with a smaller number, to get the next page")
          @RequestParam(defaultValue = "9223372036854775807")
          long before,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      Caller caller) {
    return notices.page(Whose.partner(partner, caller, "notices"), subject, before, limit);
  }
}
