package org.icsregistry.onboarding.notice;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing that a partner's coordinators are told. */
@Schema(name = "Notice")
record NoticeView(
    @Schema(description = "Larger for later notices") long number,
    @Schema(description = "The event that it tells of") String eventId,
    @Schema(description = "Id of the person") String subject,
    String partner,
    @Nullable String roleId,
    Notices.Kind kind,
    @Schema(description = "Code of the requirement, or the application's step")
        @Nullable String step,
    @Schema(description = "The day by which the step is usually done") @Nullable LocalDate dueOn,
    Instant recordedAt) {}
