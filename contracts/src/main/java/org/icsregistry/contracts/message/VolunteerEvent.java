package org.icsregistry.contracts.message;

/** Events of one person's aggregate; the envelope's subject is the person's id (a UUID). */
public sealed interface VolunteerEvent extends Event
    permits PersonEvent,
        CheckEvent,
        TrainingEvent,
        ClearanceEvent,
        SharingEvent,
        JourneyEvent,
        CallUpEvent,
        MergeEvent,
        ErasureEvent,
        LookEvent {}
