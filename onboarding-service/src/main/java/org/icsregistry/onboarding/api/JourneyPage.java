package org.icsregistry.onboarding.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some journeys, in the order of partner, person and role. */
record JourneyPage(
    List<JourneyView> journeys,
    @Schema(description = "Give this as parameter after to get the next page; absent on the last")
        @Nullable String next) {}
