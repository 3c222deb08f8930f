package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.contracts.problem.ProblemCode.AGREEMENTS_NOT_SIGNED;
import static org.icsregistry.contracts.problem.ProblemCode.HOST_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.PARTNER_SUSPENDED;
import static org.icsregistry.contracts.problem.ProblemCode.PARTNER_UNKNOWN;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.ActivityCategory;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.code.BypassReason;
import org.icsregistry.contracts.code.CallUpAnswer;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.DeclineReason;
import org.icsregistry.contracts.code.DutyStatus;
import org.icsregistry.contracts.code.EmergencyReason;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.ErasureGround;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.ItemRejection;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.code.LookGround;
import org.icsregistry.contracts.code.Milestone;
import org.icsregistry.contracts.code.OpportunityEnd;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.code.RejectionReason;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.SuspensionReason;
import org.icsregistry.contracts.code.ViewPurpose;
import org.icsregistry.contracts.code.Voice;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.ApplicationCommand.AnswerOffer;
import org.icsregistry.contracts.message.ApplicationCommand.Apply;
import org.icsregistry.contracts.message.ApplicationCommand.DeclineApplicant;
import org.icsregistry.contracts.message.ApplicationCommand.ExpressInterest;
import org.icsregistry.contracts.message.ApplicationCommand.HoldConversation;
import org.icsregistry.contracts.message.ApplicationCommand.MakeOffer;
import org.icsregistry.contracts.message.ApplicationCommand.PutInTalentPool;
import org.icsregistry.contracts.message.ApplicationCommand.ScheduleConversation;
import org.icsregistry.contracts.message.ApplicationCommand.WithdrawApplication;
import org.icsregistry.contracts.message.CallUpCommand.AnswerCallUp;
import org.icsregistry.contracts.message.CheckCommand.NoteStatusCheck;
import org.icsregistry.contracts.message.CheckCommand.RejectCheck;
import org.icsregistry.contracts.message.CheckCommand.RequestCheck;
import org.icsregistry.contracts.message.CheckCommand.WithdrawCheck;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.message.ClearanceCommand.BypassRequirement;
import org.icsregistry.contracts.message.ClearanceCommand.LapseClearance;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.ErasureCommand.EraseCategory;
import org.icsregistry.contracts.message.MergeCommand.MergeVolunteers;
import org.icsregistry.contracts.message.MergeCommand.UnmergeVolunteers;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.message.OpportunityCommand.AmendOpportunity;
import org.icsregistry.contracts.message.OpportunityCommand.CloseOpportunity;
import org.icsregistry.contracts.message.OpportunityCommand.PublishOpportunity;
import org.icsregistry.contracts.message.PartnerCommand.AdoptRecognitionPolicy;
import org.icsregistry.contracts.message.PartnerCommand.ConnectSystem;
import org.icsregistry.contracts.message.PartnerCommand.RecordUserTraining;
import org.icsregistry.contracts.message.PartnerCommand.RegisterPartner;
import org.icsregistry.contracts.message.PartnerCommand.RegisterSigningKey;
import org.icsregistry.contracts.message.PartnerCommand.RequireSignatures;
import org.icsregistry.contracts.message.PartnerCommand.SetChasing;
import org.icsregistry.contracts.message.PartnerCommand.SignAgreement;
import org.icsregistry.contracts.message.PartnerCommand.SucceedPartner;
import org.icsregistry.contracts.message.PartnerCommand.SuspendPartner;
import org.icsregistry.contracts.message.PartnerCommand.WithdrawSigningKey;
import org.icsregistry.contracts.message.PassportCommand.AcceptItem;
import org.icsregistry.contracts.message.PassportCommand.CompleteVerification;
import org.icsregistry.contracts.message.PassportCommand.IssuePassport;
import org.icsregistry.contracts.message.PassportCommand.NoteView;
import org.icsregistry.contracts.message.PassportCommand.RejectItem;
import org.icsregistry.contracts.message.PassportCommand.RevokePassport;
import org.icsregistry.contracts.message.PassportCommand.SharePassport;
import org.icsregistry.contracts.message.PersonCommand.ChangeAvailability;
import org.icsregistry.contracts.message.PersonCommand.ChangeDetails;
import org.icsregistry.contracts.message.PersonCommand.LinkPartner;
import org.icsregistry.contracts.message.PersonCommand.UnlinkPartner;
import org.icsregistry.contracts.message.PlacementCommand.EndPlacement;
import org.icsregistry.contracts.message.PlacementCommand.GiveFeedback;
import org.icsregistry.contracts.message.PlacementCommand.OfferPlacement;
import org.icsregistry.contracts.message.PlacementCommand.PausePlacement;
import org.icsregistry.contracts.message.PlacementCommand.RecordActivity;
import org.icsregistry.contracts.message.PlacementCommand.ResumePlacement;
import org.icsregistry.contracts.message.PlacementCommand.StartPlacement;
import org.icsregistry.contracts.message.PlacementCommand.SuspendPlacement;
import org.icsregistry.contracts.message.PlacementCommand.ThankVolunteer;
import org.icsregistry.contracts.message.RoleCommand.DefineRole;
import org.icsregistry.contracts.message.RoleCommand.RetireRole;
import org.icsregistry.contracts.message.RoleCommand.ReviseRole;
import org.icsregistry.contracts.message.SharingCommand.GrantSharing;
import org.icsregistry.contracts.message.SharingCommand.WithdrawSharing;
import org.icsregistry.contracts.message.TrainingCommand.AssignTraining;
import org.icsregistry.contracts.message.TrainingCommand.WithdrawTraining;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.sealing.Category;
import org.junit.jupiter.api.Test;

/** Who is not in good standing can do nothing at all, whatever the command. */
class StandingTest {

  private static final String NEWCOMER = "RXX";
  private static final SuspendPartner SUSPEND = new SuspendPartner(SuspensionReason.SAFEGUARDING);

  private final World world = new World();
  private final String person = world.aPerson();

  /** A command and what it is about. */
  private record Sent(String subject, Command command) {}

  @Test
  void aPartnerThatHasNotSigned_canAssertNothing() {
    world.register(NEWCOMER, IssuerCategory.HOSPICE);
    assertThat(answersTo(NEWCOMER)).containsOnly(AGREEMENTS_NOT_SIGNED);
  }

  @Test
  void anOrganisationThatIsNoPartner_canAssertNothing() {
    assertThat(answersTo(NEWCOMER)).containsOnly(PARTNER_UNKNOWN);
  }

  @Test
  void aSuspendedPartner_canAssertNothing() {
    world.accept(HOST, CHRISTIE, SUSPEND);
    assertThat(answersTo(CHRISTIE)).containsOnly(PARTNER_SUSPENDED);
  }

  @Test
  void aSuspendedPartner_canStillSign() {
    world.accept(HOST, CHRISTIE, SUSPEND);
    var renewed = new SignAgreement(AgreementType.DSA, "2.0", LAST_WEEK, null);
    assertThat(world.accept(CHRISTIE, CHRISTIE, renewed)).hasSize(1);
  }

  @Test
  void onlyTheHost_admitsAndSuspends() {
    assertThat(world.refuse(CHRISTIE, MANCHESTER, SUSPEND)).isEqualTo(HOST_ONLY);
    var admission = new RegisterPartner("A trust", IssuerCategory.NHS_TRUST);
    assertThat(world.refuse(CHRISTIE, NEWCOMER, admission)).isEqualTo(HOST_ONLY);
  }

  @Test
  void theListBelow_namesEveryCommandThereIs() {
    var elsewhere =
        Stream.of(
                RegisterPartner.class,
                SuspendPartner.class,
                SignAgreement.class,
                RegisterSigningKey.class,
                WithdrawSigningKey.class,
                RequireSignatures.class,
                SucceedPartner.class,
                RecordUserTraining.class,
                ConnectSystem.class)
            .map(MessageTypes::nameOf);
    var here = everything(NEWCOMER).stream().map(s -> MessageTypes.nameOf(s.command().getClass()));
    assertThat(Stream.concat(here, elsewhere).toList())
        .containsExactlyInAnyOrderElementsOf(MessageTypes.COMMANDS.keySet());
  }

  private Set<ProblemCode> answersTo(String organisation) {
    return everything(organisation).stream()
        .map(s -> world.refuse(organisation, s.subject(), s.command()))
        .collect(Collectors.toSet());
  }

  private List<Sent> everything(String organisation) {
    return Stream.of(
            aboutOrganisations(organisation),
            aboutThePerson(organisation),
            engagements(),
            passports())
        .flatMap(commands -> commands)
        .toList();
  }

  private static Stream<Sent> aboutOrganisations(String organisation) {
    var role = organisation + ".PORTER";
    return Stream.of(
        new Sent(role, new PublishOpportunity("Porters", role, OpportunityWays.TERMS)),
        new Sent(role, new AmendOpportunity(OpportunityWays.TERMS)),
        new Sent(role, new CloseOpportunity(OpportunityEnd.FILLED)),
        new Sent(organisation, new AdoptRecognitionPolicy(LAST_WEEK, List.of(), 12)),
        new Sent(organisation, new SetChasing(3, 7, 14, 28)),
        new Sent(role, new DefineRole("Porter", EngagementMode.SHIFT, List.of())),
        new Sent(role, new ReviseRole("Porter", EngagementMode.SHIFT, List.of(), false)),
        new Sent(role, new RetireRole()),
        new Sent(role, SurgeWays.temporary(null, LAST_WEEK)),
        new Sent(organisation + ".SURGE.FLOOD", SurgeWays.declaration(1)),
        new Sent(organisation + ".SURGE.FLOOD", SurgeWays.OVER),
        new Sent(organisation + ".PROGRAMME.P", ProgrammeWays.definition("REACHED")),
        new Sent(organisation + ".PROGRAMME.P", ProgrammeWays.outcome(organisation, "1", null)),
        new Sent(organisation + ".PROGRAMME.P", ProgrammeWays.CLOSE));
  }

  private Stream<Sent> aboutThePerson(String organisation) {
    var item = World.id();
    var reason = WithdrawalReason.ISSUED_IN_ERROR;
    var met =
        new CheckFinding(
            org.icsregistry.contracts.code.CheckOutcome.MET,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    var current = world.seal(person, "NoteStatusCheck.result", StatusResult.CURRENT);
    return Stream.<Command>of(
            world.aRegistration(person, "1990-04-05"),
            new LinkPartner(LAST_WEEK),
            new RequestCheck(organisation, WARD, CheckCode.IDENTITY, null),
            world.aCheck(person, CheckCode.IDENTITY, item, met),
            new NoteStatusCheck(item, LAST_WEEK, current),
            new WithdrawCheck(item, reason),
            new AssignTraining(organisation, WARD, "CSTF_FIRE"),
            World.fireTraining(item),
            new WithdrawTraining(item, reason),
            ClearanceWays.decision(item, 0, "DBS", RecognitionDecision.REUSED, null),
            ClearanceWays.CLEAR,
            new LapseClearance(organisation, WARD, LapseReason.ITEM_EXPIRED),
            JourneyWays.CHASE,
            JourneyWays.WARN,
            JourneyWays.NOTICE,
            JourneyWays.NOTE,
            JourneyWays.preferences(world, person),
            new GrantSharing(item, CHRISTIE, SharingPurpose.SURGE, LAST_WEEK, LAST_WEEK),
            new WithdrawSharing(item),
            LookWays.look(LookGround.GRANT),
            LookWays.emergency(world, person, EmergencyReason.IMMINENT_RISK),
            new UnlinkPartner(organisation),
            SurgeWays.call(item, WARD),
            new AnswerCallUp(item, CallUpAnswer.NO),
            new MergeVolunteers(person, item),
            new UnmergeVolunteers(person, item),
            new RejectCheck(item, RejectionReason.LOCAL_POLICY),
            new ChangeDetails(null, null, null),
            new ChangeAvailability(DutyStatus.OFF_DUTY, null, List.of(), null, null),
            new BypassRequirement(
                organisation, WARD, "DBS", BypassReason.URGENT_NEED, "a", null, LAST_WEEK),
            ErasureWays.ERASE,
            new EraseCategory(Category.CHECKS, ErasureGround.RETENTION, "dpo-1"),
            ErasureWays.ACKNOWLEDGE,
            ErasureWays.RESTRICT,
            ErasureWays.LIFT)
        .map(command -> new Sent(person, command));
  }

  private Stream<Sent> passports() {
    var id = World.id();
    var items = List.of(id);
    return Stream.<Command>of(
            new IssuePassport(id, LAST_WEEK, items),
            new SharePassport(id, id, MANCHESTER, SharingPurpose.PLACEMENT, items, LAST_WEEK),
            new NoteView(id, id, ViewPurpose.VERIFICATION),
            new AcceptItem(id, id, id),
            new RejectItem(id, id, id, ItemRejection.OTHER),
            new CompleteVerification(id, id),
            new RevokePassport(id, WithdrawalReason.ISSUED_IN_ERROR))
        .map(command -> new Sent(person, command));
  }

  private Stream<Sent> engagements() {
    var id = World.id();
    var mode = EngagementMode.SHIFT;
    return Stream.<Command>of(
            new ExpressInterest(id, WARD),
            new PutInTalentPool(id),
            new Apply(id),
            new ScheduleConversation(id, LAST_WEEK),
            new HoldConversation(id, LAST_WEEK),
            new MakeOffer(id),
            new AnswerOffer(id, true),
            new DeclineApplicant(id, DeclineReason.OTHER),
            new WithdrawApplication(id, LeavingReason.OTHER),
            new OfferPlacement(id, WARD),
            new StartPlacement(id, LAST_WEEK),
            new RecordActivity(id, LAST_WEEK, mode, ActivityCategory.CALLS, 1, 1, null),
            new PausePlacement(id, null),
            new SuspendPlacement(id),
            new ResumePlacement(id, LAST_WEEK),
            new ThankVolunteer(id, Milestone.THANK_YOU),
            new GiveFeedback(id, Voice.ORGANISATION, 3, null),
            new EndPlacement(id, LAST_WEEK, LeavingReason.OTHER))
        .map(command -> new Sent(person, command));
  }
}
