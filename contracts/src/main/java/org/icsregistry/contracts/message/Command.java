package org.icsregistry.contracts.message;

/** Something a partner asks the registry to record; one sealed family per aggregate. */
public sealed interface Command
    permits PartnerCommand,
        RoleCommand,
        VolunteerCommand,
        ApplicationCommand,
        PlacementCommand,
        SurgeCommand,
        PassportCommand,
        OpportunityCommand,
        ProgrammeCommand {}
