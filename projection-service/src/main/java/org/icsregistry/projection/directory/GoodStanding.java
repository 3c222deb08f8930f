package org.icsregistry.projection.directory;

import java.util.List;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.keys.RegistryAccess;
import org.icsregistry.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whoever has not signed the agreements in force, or is suspended, reads nothing. */
@Component
public class GoodStanding {

  private final DirectoryQueries directory;
  private final String host;

  GoodStanding(DirectoryQueries directory, RegistryAccess registry) {
    this.directory = directory;
    this.host = registry.ics().host();
  }

  /**
   * Passes whoever speaks for no partner, for the host, or for a partner in good standing. An
   * organisation that is not registered passes too: it has no relationship with anybody.
   */
  public void require(Caller caller) {
    if (caller.speaksForPartner() && !caller.organisation().equals(host)) {
      var code = caller.organisation();
      require(caller, directory.now(List.of(code), List.of()).partner(code));
    }
  }

  /**
   * The same where another query has told which entry about the caller's organisation is the last;
   * absent if there is none.
   */
  public void require(Caller caller, @Nullable Long lastIndex) {
    if (caller.speaksForPartner()) {
      require(caller, directory.partner(caller.organisation(), lastIndex));
    }
  }

  /**
   * The same where the organisation was read anyway.
   *
   * @param partner the caller's own organisation
   */
  public void require(Caller caller, Partner partner) {
    if (!caller.speaksForPartner() || has(partner)) {
      return;
    }
    var code = partner.code();
    if (partner.suspended()) {
      throw new Refusal(
          ProblemCode.PARTNER_SUSPENDED,
          "an organisation in good standing",
          code + ", which is suspended",
          "talk to the ICS host (" + host + ")");
    }
    throw new Refusal(
        ProblemCode.AGREEMENTS_NOT_SIGNED,
        "an organisation that has signed the agreements in force",
        code + " has not signed " + partner.missingAgreements(),
        "send SignAgreement for each of them, then ask again");
  }

  /** Whether this partner may read. */
  public boolean has(Partner partner) {
    return partner.code().equals(host)
        || (!partner.suspended()
            && (!partner.registered() || partner.missingAgreements().isEmpty()));
  }
}
