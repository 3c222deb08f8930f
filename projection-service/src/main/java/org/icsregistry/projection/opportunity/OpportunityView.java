package org.icsregistry.projection.opportunity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.icsregistry.contracts.message.OpportunityTerms;
import org.icsregistry.projection.passport.PassportView.Organisation;
import org.icsregistry.projection.passport.PassportView.RoleName;
import org.icsregistry.projection.passport.RoleProgress;
import org.jspecify.annotations.Nullable;

/** An open opportunity. */
@Schema(description = "An opportunity that is open to people of your organisation")
public record OpportunityView(
    @Schema(example = "R0A.WARD_4_MORNINGS") String id,
    @Schema(example = "Mornings on ward 4") String title,
    Organisation owner,
    RoleName role,
    OpportunityTerms terms,
    @Schema(
            description =
                "How the role's requirements stand for the person you asked about, by your"
                    + " organisation's policy; absent when you asked about nobody")
        @Nullable RoleProgress progress) {}
