package org.icsregistry.contracts.message;

/** Commands to one person's aggregate; the envelope's subject is the person's id (a UUID). */
public sealed interface VolunteerCommand extends Command
    permits PersonCommand,
        CheckCommand,
        TrainingCommand,
        ClearanceCommand,
        JourneyCommand,
        SharingCommand,
        CallUpCommand,
        MergeCommand,
        ErasureCommand,
        LookCommand {}
