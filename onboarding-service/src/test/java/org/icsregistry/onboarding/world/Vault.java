package org.icsregistry.onboarding.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.EmergencyReason;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.MessageKind;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.StatusCheckNoted;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.message.Contact;
import org.icsregistry.contracts.message.Explanation;
import org.icsregistry.contracts.message.JourneyEvent.PreferencesChanged;
import org.icsregistry.contracts.message.Language;
import org.icsregistry.contracts.message.LookEvent.GlassBroken;
import org.icsregistry.contracts.message.PersonEvent.VolunteerRegistered;
import org.icsregistry.contracts.message.PersonName;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.kit.fixture.TestVault;

/** People and their checks, sealed in a vault. */
public record Vault(TestVault sealing) implements KeySource {

  public Vault() {
    this(new TestVault());
  }

  @Override
  public Optional<SecretKey> key(String kid) {
    return sealing.key(kid);
  }

  public void erase(String subject) {
    sealing.erase(subject);
  }

  public VolunteerRegistered person(String subject, LocalDate dateOfBirth) {
    return new VolunteerRegistered(
        seal(
            subject, Category.CONTACT, "VolunteerRegistered.name", new PersonName("Ada", "Openly")),
        seal(subject, Category.CONTACT, "VolunteerRegistered.dateOfBirth", dateOfBirth),
        seal(
            subject,
            Category.CONTACT,
            "VolunteerRegistered.contact",
            new Contact("ada@example.org", null, null)));
  }

  public CheckRecorded check(
      String subject, String id, CheckCode check, String issuer, CheckFinding finding) {
    return new CheckRecorded(
        id,
        check,
        issuer,
        IssuerCategory.NHS_TRUST,
        Ics.DAY,
        seal(subject, Category.CHECKS, "CheckRecorded.finding", finding));
  }

  public StatusCheckNoted status(String subject, String id, String by, StatusResult result) {
    return new StatusCheckNoted(
        id, by, Ics.DAY, seal(subject, Category.CHECKS, "StatusCheckNoted.result", result));
  }

  public PreferencesChanged prefers(String subject, String language, MessageKind... optedOut) {
    return new PreferencesChanged(
        seal(subject, Category.CONTACT, "PreferencesChanged.language", new Language(language)),
        List.of(optedOut));
  }

  /** R0A saw an emergency; the person may hear of it from then on. */
  public GlassBroken emergency(String subject, Instant now, Instant tellFrom) {
    return new GlassBroken(
        Ics.R0A,
        EmergencyReason.SAFEGUARDING_ADULT,
        seal(
            subject,
            Category.CONTACT,
            "GlassBroken.explanation",
            new Explanation("Said on the ward")),
        now.plus(Duration.ofHours(1)),
        tellFrom);
  }

  private <T> Sealed<T> seal(String subject, Category category, String field, T value) {
    return sealing.seal(subject, category, field, value);
  }
}
