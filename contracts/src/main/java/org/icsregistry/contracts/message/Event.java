package org.icsregistry.contracts.message;

/** Something that happened and stays in the log for ever; one sealed family per aggregate. */
public sealed interface Event
    permits PartnerEvent,
        RoleEvent,
        VolunteerEvent,
        ApplicationEvent,
        PlacementEvent,
        SurgeEvent,
        PassportEvent,
        OpportunityEvent,
        ProgrammeEvent {}
