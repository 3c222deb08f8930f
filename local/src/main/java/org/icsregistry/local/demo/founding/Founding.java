package org.icsregistry.local.demo.founding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.PartnerCommand.AdoptRecognitionPolicy;
import org.icsregistry.contracts.message.PartnerCommand.RegisterPartner;
import org.icsregistry.contracts.message.PartnerCommand.SignAgreement;
import org.icsregistry.contracts.message.RoleCommand.DefineRole;
import org.icsregistry.contracts.rules.RecognitionPolicy;
import org.icsregistry.local.demo.CatalogueRole;
import org.icsregistry.local.demo.Organisation;
import org.icsregistry.local.demo.ReferenceData;
import org.icsregistry.local.demo.play.DemoCommand;

/**
 * The commands that found the demonstration ICS. The same commands under the same ids on every day
 * and for every purpose, so that whoever sends them again gets the first answers and changes
 * nothing.
 */
public final class Founding {

  private static final String FOUNDING = "founding";

  private final Founder host;
  private final List<Founder> partners;
  private final List<CatalogueRole> roles;
  private final PartnerFile file;

  private Founding(
      Founder host, List<Founder> partners, List<CatalogueRole> roles, PartnerFile file) {
    this.host = host;
    this.partners = partners;
    this.roles = roles;
    this.file = file;
  }

  /** With the demonstration partners. */
  public static Founding ofTheDemonstration() {
    var data = ReferenceData.load();
    return of(data, data.demonstrationPartners());
  }

  /**
   * With a number of partners beside the host: the demonstration's, then others of the reference
   * data that have a code.
   */
  public static Founding with(int partners) {
    var data = ReferenceData.load();
    var host = data.demonstrationPartners().getFirst();
    var all =
        Stream.concat(data.demonstrationPartners().stream(), data.organisations().stream())
            .filter(o -> o.code() != null && o.validTo() == null)
            .filter(o -> o.category() != IssuerCategory.ICB)
            .distinct()
            .toList();
    if (partners < 1 || partners > all.size()) {
      throw new IllegalArgumentException(
          "Expected 1 to %d partners, which is what the reference data holds, and not %d."
              .formatted(all.size(), partners));
    }
    return of(data, Stream.concat(Stream.of(host), all.stream().limit(partners)).toList());
  }

  private static Founding of(ReferenceData data, List<Organisation> organisations) {
    var file = PartnerFile.read();
    var founders = organisations.stream().map(o -> founder(o, file)).toList();
    return new Founding(
        founders.getFirst(), founders.subList(1, founders.size()), data.roles(), file);
  }

  private static Founder founder(Organisation organisation, PartnerFile file) {
    var code = Objects.requireNonNull(organisation.code());
    var category = Objects.requireNonNull(file.byCategory().get(organisation.category()));
    var own = file.partners().stream().filter(p -> p.code().equals(code)).findFirst();
    var policy = own.map(PartnerFile.OfPartner::policy).orElse(category.policy());
    return new Founder(
        code,
        organisation.name(),
        organisation.category(),
        own.map(PartnerFile.OfPartner::sendsOver).orElse(Transport.KAFKA),
        own.map(PartnerFile.OfPartner::agreements).orElse(category.agreements()),
        new RecognitionPolicy(
            code, 1, file.effectiveFrom(), policy.rules(), policy.statusCheckMonths()),
        category.roles());
  }

  /** In the order in which they may be sent; all have to be answered before anybody volunteers. */
  public List<DemoCommand> commands() {
    var commands = new ArrayList<DemoCommand>();
    all().forEach(f -> commands.add(register(f)));
    all().forEach(f -> commands.addAll(agreementsAndPolicy(f)));
    roles.forEach(role -> commands.add(define(role)));
    return List.copyOf(commands);
  }

  /** The ICS host organisation. */
  public Founder host() {
    return host;
  }

  /** Everybody else, the demonstration partners first. */
  public List<Founder> partners() {
    return partners;
  }

  /** The roles of the ICS. */
  public List<CatalogueRole> roles() {
    return roles;
  }

  /** The id of an ICS-wide role. */
  public String roleId(String code) {
    return host.code() + "." + code;
  }

  private Stream<Founder> all() {
    return Stream.concat(Stream.of(host), partners.stream());
  }

  private DemoCommand register(Founder f) {
    return command(
        host, "register-" + f.code(), f.code(), new RegisterPartner(f.name(), f.category()));
  }

  private List<DemoCommand> agreementsAndPolicy(Founder f) {
    LocalDate signedOn = file.signedOn();
    var commands = new ArrayList<DemoCommand>();
    f.agreements()
        .forEach(agreement ->
            commands.add(
                command(
                    f,
                    "sign-" + f.code() + "-" + agreement,
                    f.code(),
                    new SignAgreement(agreement, file.agreementVersion(), signedOn, null))));
    commands.add(
        command(
            f,
            "policy-" + f.code(),
            f.code(),
            new AdoptRecognitionPolicy(
                f.policy().effectiveFrom(), f.policy().rules(), f.policy().statusCheckMonths())));
    return commands;
  }

  private DemoCommand define(CatalogueRole role) {
    return command(
        host,
        "role-" + role.code(),
        roleId(role.code()),
        new DefineRole(role.title(), role.mode(), role.requirements()));
  }

  private static DemoCommand command(Founder sender, String id, String subject, Command command) {
    return DemoCommand.of(sender.code(), FOUNDING + "-" + id, subject, FOUNDING, FOUNDING, command);
  }
}
