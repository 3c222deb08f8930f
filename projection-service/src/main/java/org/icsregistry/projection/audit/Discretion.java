package org.icsregistry.projection.audit;

import static java.time.ZoneOffset.UTC;

import java.sql.Types;
import java.time.Instant;
import org.icsregistry.contracts.code.MessageKind;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ApplicationEvent;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.CheckRejected;
import org.icsregistry.contracts.message.CheckEvent.CheckRequested;
import org.icsregistry.contracts.message.CheckEvent.CheckWithdrawn;
import org.icsregistry.contracts.message.CheckEvent.StatusCheckNoted;
import org.icsregistry.contracts.message.JourneyEvent.MessageSent;
import org.icsregistry.contracts.message.LookEvent;
import org.icsregistry.contracts.message.MergeEvent.CheckCarriedOver;
import org.icsregistry.contracts.message.PlacementEvent.PlacementSuspended;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What is left out of a person's entries even for whoever may read them. Another organisation does
 * not learn who looked at the person, who saw an emergency, and what was decided against them
 * (decision record 10): checks of others it sees in the passport, where a refusal leaves no trace,
 * and their recruitment not at all. And the person hears of an emergency only when that harms
 * nobody.
 *
 * @param organisation that reads; absent for the person
 * @param at what may be told by then is shown to the person; absent for an organisation
 */
public record Discretion(@Nullable String organisation, @Nullable Instant at) {

  /** The same as {@link #allows}, on entries of the trail. */
  static final String CONDITION =
      """
       AND (type NOT IN ('DetailsViewed.v1', 'GlassBroken.v1', 'MessageSent.v1', 'CheckRecorded.v1',
                         'StatusCheckNoted.v1', 'CheckWithdrawn.v1', 'CheckRejected.v1',
                         'CheckRequested.v1', 'CheckCarriedOver.v1',
                         'InterestExpressed.v1', 'PlacedInTalentPool.v1',
                         'Applied.v1', 'ConversationScheduled.v1', 'ConversationHeld.v1',
                         'OfferMade.v1', 'OfferAnswered.v1', 'ApplicantDeclined.v1',
                         'ApplicationWithdrawn.v1', 'PlacementSuspended.v1')
            OR (org = :organisation
                AND type IN ('CheckRecorded.v1', 'StatusCheckNoted.v1', 'CheckWithdrawn.v1',
                             'CheckRejected.v1'))
            OR EXISTS (
              SELECT FROM (SELECT convert_from(event, 'UTF8')::jsonb -> 'data' AS data) AS said
               WHERE (type = 'MessageSent.v1' AND data ->> 'kind' <> 'EMERGENCY')
                  OR data ->> 'partner' = :organisation
                  OR coalesce((data ->> 'tellFrom')::timestamptz, '-infinity') <= :at))
      """;

  /** What an organisation sees of a person who shares details with it. */
  public static Discretion towards(String organisation) {
    return new Discretion(organisation, null);
  }

  /** What a person sees at this moment. */
  public static Discretion towardsPerson(Instant at) {
    return new Discretion(null, at);
  }

  /** Whether this entry may be shown. */
  public boolean allows(RecordedEvent entry) {
    return switch (entry.data()) {
      case LookEvent e -> isReader(e.partner()) || toldBy(e.tellFrom());
      case MessageSent e ->
          e.kind() != MessageKind.EMERGENCY || isPerson() || isReader(e.partner());
      case CheckRecorded _, StatusCheckNoted _, CheckWithdrawn _, CheckRejected _ ->
          isPerson() || isReader(entry.org());
      // It says who rejected the check, and there is one for a check that speaks against the
      // person.
      case CheckCarriedOver _ -> isPerson();
      case CheckRequested e -> isPerson() || isReader(e.partner());
      case ApplicationEvent e -> isPerson() || isReader(e.partner());
      case PlacementSuspended e -> isPerson() || isReader(e.partner());
      default -> true;
    };
  }

  private boolean isReader(String partner) {
    return partner.equals(organisation);
  }

  private boolean isPerson() {
    return at != null;
  }

  private boolean toldBy(Instant tellFrom) {
    return at != null && !tellFrom.isAfter(at);
  }

  void fill(StatementSpec statement) {
    // PostgreSQL finds nothing equal to null, and nothing earlier.
    statement
        .param("organisation", organisation, Types.VARCHAR)
        .param("at", at == null ? null : at.atOffset(UTC), Types.TIMESTAMP_WITH_TIMEZONE);
  }
}
