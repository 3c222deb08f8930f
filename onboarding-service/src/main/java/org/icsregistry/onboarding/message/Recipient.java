package org.icsregistry.onboarding.message;

import java.util.Optional;
import org.icsregistry.contracts.message.Contact;
import org.icsregistry.contracts.message.Language;
import org.icsregistry.contracts.message.PersonName;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedValues;
import org.jspecify.annotations.Nullable;

/** Whom a message goes to: opened at the moment of sending, kept nowhere. */
record Recipient(String given, String address, @Nullable String language) {

  /** Empty when the person has no address or is erased. */
  static Optional<Recipient> of(
      Person person, @Nullable Sealed<Language> language, KeySource keys) {
    var contact = open(person.contact(), "contact", Contact.class, keys);
    var name = open(person.name(), "name", PersonName.class, keys);
    if (contact == null || contact.email() == null || name == null) {
      return Optional.empty();
    }
    var spoken = open(language, "language", Language.class, keys);
    return Optional.of(
        new Recipient(name.given(), contact.email(), spoken == null ? null : spoken.tag()));
  }

  private static <T> @Nullable T open(
      @Nullable Sealed<T> sealed, String component, Class<T> type, KeySource keys) {
    return sealed == null
        ? null
        : SealedValues.open(sealed, component, type, keys).toOptional().orElse(null);
  }

  @Override
  public String toString() {
    return "Recipient[…]";
  }
}
