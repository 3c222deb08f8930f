package org.icsregistry.onboarding.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.onboarding.journey.Journey.Line;
import org.icsregistry.onboarding.journey.Journey.State;
import org.jspecify.annotations.Nullable;

/** How far one person is on the way into one role at one partner. */
@Schema(name = "Journey")
record JourneyView(
    @Schema(description = "Id of the person") String subject,
    String partner,
    String roleId,
    @Schema(description = "Title of the role in the version that has to be met") String roleTitle,
    int roleVersion,
    @Schema(description = "Version of the partner's recognition policy; 0 for none")
        int policyVersion,
    @Schema(
            description =
                "Id of the accepted application or the placement that calls for the clearance;"
                    + " absent for a clearance that is only kept")
        @Nullable String occasion,
    State state,
    @Schema(description = "How many requirements are met") int met,
    @Schema(description = "How many requirements the role has") int of,
    @Schema(description = "The first thing to do; absent when nothing holds the clearance up")
        @Nullable NextStep nextStep,
    @Schema(description = "Whose turn it is") WaitingOn waitingOn,
    @Schema(description = "Since when it is their turn") Instant waitingSince,
    @Schema(description = "Days until everything that is missing is done, usually") int typicalDays,
    @Schema(description = "The day by which the next step is usually done; absent with nextStep")
        @Nullable LocalDate dueOn,
    @Schema(description = "When the application was accepted or the placement offered")
        Instant begunAt,
    List<Line> requirements) {}
