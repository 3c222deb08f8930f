package org.icsregistry.contracts.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.SuspensionReason;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.PartnerEvent.AgreementSigned;
import org.icsregistry.contracts.message.PartnerEvent.PartnerRegistered;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSuspended;
import org.icsregistry.contracts.message.PartnerEvent.RecognitionPolicyAdopted;
import org.icsregistry.contracts.rules.RecognitionPolicy;
import org.junit.jupiter.api.Test;

class PartnerTest {

  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  private final Partner partner =
      Partner.unknown("RBV")
          .evolve(new PartnerRegistered("The Christie", IssuerCategory.NHS_TRUST));

  @Test
  void partner_isRegisteredByItsEvent() {
    assertThat(Partner.unknown("RBV").registered()).isFalse();
    assertThat(partner.registered()).isTrue();
    assertThat(partner.suspended()).isFalse();
    assertThat(partner.evolve(new PartnerSuspended(SuspensionReason.SAFEGUARDING)).suspended())
        .isTrue();
  }

  @Test
  void missingAgreements_areThoseRequiredToActAndNotSigned() {
    assertThat(partner.missingAgreements())
        .containsExactly(AgreementType.DSA, AgreementType.TERMS_OF_USE);
    var signed =
        partner
            .evolve(signed(AgreementType.MOU))
            .evolve(signed(AgreementType.DSA))
            .evolve(signed(AgreementType.TERMS_OF_USE));
    assertThat(signed.missingAgreements()).isEmpty();
    assertThat(signed.agreements()).hasSize(3);
  }

  @Test
  void policyOn_isTheNewestThatIsEffectiveByThen() {
    var adopted =
        partner
            .evolve(policy(1, DAY))
            .evolve(policy(2, DAY.plusDays(30)))
            .evolve(policy(3, DAY.plusDays(10)));
    assertThat(adopted.policyOn(DAY.minusDays(1))).isEqualTo(RecognitionPolicy.none("RBV"));
    assertThat(adopted.policyOn(DAY).version()).isEqualTo(1);
    assertThat(adopted.policyOn(DAY.plusDays(9)).version()).isEqualTo(1);
    assertThat(adopted.policyOn(DAY.plusDays(10)).version()).isEqualTo(3);
    assertThat(adopted.policyOn(DAY.plusDays(30)).version()).isEqualTo(3);
    assertThat(adopted.policyOn(DAY).partner()).isEqualTo("RBV");
  }

  @Test
  void partner_isStoredAndReadEqual() {
    var full = partner.evolve(policy(1, DAY)).evolve(signed(AgreementType.DPIA));
    for (var each : List.of(Partner.unknown("RBV"), full)) {
      assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(each), Partner.class))
          .isEqualTo(each);
    }
  }

  private static AgreementSigned signed(AgreementType type) {
    return new AgreementSigned(type, "1.0", DAY, null);
  }

  private static RecognitionPolicyAdopted policy(int version, LocalDate from) {
    return new RecognitionPolicyAdopted(version, from, List.of(), 3);
  }
}
