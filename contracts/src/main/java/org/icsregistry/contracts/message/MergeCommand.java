package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Pattern;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.MergeEvent.CheckCarriedOver;
import org.icsregistry.contracts.message.MergeEvent.TrainingCarriedOver;
import org.icsregistry.contracts.message.MergeEvent.VolunteersMerged;
import org.icsregistry.contracts.message.MergeEvent.VolunteersUnmerged;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;

/**
 * Two ids turn out to be one person, or not after all. Each command is sent twice, about each of
 * both ids, by the ICS host alone; best in one batch. No event is rewritten and no id used again.
 */
public sealed interface MergeCommand extends VolunteerCommand {

  String merged();

  String survivor();

  /**
   * About {@code merged} first: that id takes no further command. Then about {@code survivor}: what
   * the person holds under the other id counts under this one too, and partners that know them
   * there know them here.
   */
  @MessageType("MergeVolunteers.v1")
  @LeadsTo({
    VolunteersMerged.class,
    CheckCarriedOver.class,
    TrainingCarriedOver.class,
    PartnerLinked.class
  })
  record MergeVolunteers(
      @Pattern(regexp = Format.UUID) String merged, @Pattern(regexp = Format.UUID) String survivor)
      implements MergeCommand {}

  /**
   * About {@code survivor} first: what came from the other id counts no more, and clearances that
   * rest on it lapse. Then about {@code merged}: that id takes commands again.
   */
  @MessageType("UnmergeVolunteers.v1")
  @LeadsTo({VolunteersUnmerged.class, ClearanceLapsed.class})
  @DuringRestriction
  record UnmergeVolunteers(
      @Pattern(regexp = Format.UUID) String merged, @Pattern(regexp = Format.UUID) String survivor)
      implements MergeCommand {}
}
