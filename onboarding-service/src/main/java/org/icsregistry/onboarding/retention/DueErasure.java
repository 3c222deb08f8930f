package org.icsregistry.onboarding.retention;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** Something whose time is over. */
@Schema(description = "Something whose period of retention is over")
record DueErasure(
    @Schema(description = "The person's id") String subject,
    @Schema(description = "What it is") RecordClass record,
    @Schema(description = "The day it was last used; for what was held, the end of the hold")
        LocalDate lastUsedOn,
    @Schema(description = "The first day on which it is not to be kept any more")
        LocalDate dueOn) {}
