package org.icsregistry.registry.partner;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.icsregistry.contracts.directory.Chasing;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.message.PartnerCommand;
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
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.PartnerEvent.AgreementSigned;
import org.icsregistry.contracts.message.PartnerEvent.ChasingSet;
import org.icsregistry.contracts.message.PartnerEvent.PartnerRegistered;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSuspended;
import org.icsregistry.contracts.message.PartnerEvent.RecognitionPolicyAdopted;
import org.icsregistry.contracts.message.PartnerEvent.SystemConnected;
import org.icsregistry.contracts.message.PartnerEvent.UsersTrained;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Decision;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.Shell;

/** A partner organisation. */
@AggregateRoot(type = "partner")
public final class PartnerAggregate {

  @AggregateIdentifier private final String id;
  private Partner state;

  public PartnerAggregate(String id, String code) {
    this.id = id;
    this.state = Partner.unknown(code);
  }

  public String id() {
    return id;
  }

  public Partner state() {
    return state;
  }

  @CommandHandler(commandName = "partner")
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(PartnerCommand command, @MetaDataValue(Shell.CONTEXT) CommandContext context) {
    return Shell.handle(context, () -> decide(state, command, context));
  }

  @EventSourcingHandler
  void on(PartnerEvent event) {
    state = state.evolve(event);
  }

  static List<PartnerEvent> decide(Partner state, PartnerCommand command, CommandContext context) {
    return switch (command) {
      case RegisterPartner c -> register(state, c, context);
      case SignAgreement c -> sign(state, c, context);
      case AdoptRecognitionPolicy c -> adopt(state, c, context);
      case SuspendPartner c -> suspend(state, c, context);
      case RegisterSigningKey c -> SigningKeys.register(state, c, context);
      case WithdrawSigningKey c -> SigningKeys.withdraw(state, c, context);
      case RequireSignatures c -> SigningKeys.require(state, c, context);
      case RecordUserTraining c -> trained(state, c, context);
      case ConnectSystem c -> connect(state, c, context);
      case SucceedPartner c -> Successions.decide(state, c, context);
      case SetChasing c -> chasing(state, c, context);
    };
  }

  private static List<PartnerEvent> register(
      Partner state, RegisterPartner c, CommandContext context) {
    Guards.hostOnly(context);
    if (state.registered()) {
      throw new Refusal(
          PARTNER_ALREADY_REGISTERED,
          "the code of an organisation that is not registered yet",
          state.code() + ", which is registered",
          "nothing; the partner can act once its agreements are signed");
    }
    return List.of(new PartnerRegistered(c.name(), c.category()));
  }

  private static List<PartnerEvent> sign(Partner state, SignAgreement c, CommandContext context) {
    known(state, context);
    Guards.forOwnOrganisation(context, state.code());
    if (state.agreements().stream()
        .anyMatch(a -> a.agreement() == c.agreement() && a.version().equals(c.version()))) {
      throw new Refusal(
          AGREEMENT_ALREADY_SIGNED,
          "an agreement or a version that is not signed yet",
          c.agreement() + " " + c.version() + ", which is signed",
          "nothing");
    }
    if (c.reviewOn() != null && c.reviewOn().isBefore(c.signedOn())) {
      throw new Refusal(
          DATE_ORDER,
          "reviewOn on or after the day of signing, " + c.signedOn(),
          c.reviewOn().toString(),
          "correct the dates");
    }
    return List.of(new AgreementSigned(c.agreement(), c.version(), c.signedOn(), c.reviewOn()));
  }

  private static List<PartnerEvent> adopt(
      Partner state, AdoptRecognitionPolicy c, CommandContext context) {
    known(state, context);
    Guards.senderMayAct(context);
    if (!context.sender().equals(state.code())) {
      throw new Refusal(
          OWN_ORGANISATION_ONLY,
          "the partner whose policy it is as sender",
          context.sender() + " acting for " + state.code(),
          "let " + state.code() + " send it: whom to trust is its own decision");
    }
    return List.of(
        new RecognitionPolicyAdopted(
            state.policies().size() + 1, c.effectiveFrom(), c.rules(), c.statusCheckMonths()));
  }

  private static List<PartnerEvent> suspend(
      Partner state, SuspendPartner c, CommandContext context) {
    Guards.hostOnly(context);
    known(state, context);
    if (state.suspended()) {
      throw new Refusal(
          PARTNER_ALREADY_SUSPENDED,
          "a partner in good standing",
          state.code() + ", which is suspended",
          "nothing");
    }
    return List.of(new PartnerSuspended(c.reason()));
  }

  private static List<PartnerEvent> trained(
      Partner state, RecordUserTraining c, CommandContext context) {
    known(state, context);
    Guards.mayDecideFor(context, state.code());
    return List.of(new UsersTrained(c.trainedOn(), c.users()));
  }

  private static List<PartnerEvent> connect(
      Partner state, ConnectSystem c, CommandContext context) {
    known(state, context);
    Guards.mayDecideFor(context, state.code());
    if (state.growth().systems().stream()
        .anyMatch(s -> s.system() == c.system() && s.product().equals(c.product()))) {
      throw new Refusal(
          SYSTEM_ALREADY_CONNECTED,
          "a system that is not connected yet",
          c.product() + ", which is",
          "nothing");
    }
    return List.of(new SystemConnected(c.system(), c.product(), c.connectedOn()));
  }

  private static List<PartnerEvent> chasing(Partner state, SetChasing c, CommandContext context) {
    known(state, context);
    Guards.senderMayAct(context);
    Guards.forOwnOrganisation(context, state.code());
    var set =
        new ChasingSet(
            c.firstAfterDays(), c.secondAfterDays(), c.escalateAfterDays(), c.closeAfterDays());
    if (!Chasing.of(set).inOrder()) {
      throw new Refusal(
          DATE_ORDER,
          "each number of days larger than the one before",
          "days that are not in that order",
          "correct the numbers; the usual ones are 3, 7, 14 and 28");
    }
    return List.of(set);
  }

  static void known(Partner state, CommandContext context) {
    if (!state.registered()) {
      throw new Refusal(
          PARTNER_UNKNOWN,
          "the code of a registered partner as subject",
          state.code() + ", which is not registered",
          "ask the ICS host (" + context.host() + ") to send RegisterPartner first");
    }
  }
}
