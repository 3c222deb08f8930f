package org.icsregistry.contracts.passport;

import java.time.LocalDate;
import org.icsregistry.contracts.message.Contact;
import org.icsregistry.contracts.message.PersonEvent.VolunteerRegistered;
import org.icsregistry.contracts.message.PersonName;
import org.icsregistry.contracts.sealing.Sealed;
import org.jspecify.annotations.Nullable;

/** Who a person is; sealed for ever, absent until registered. */
public record Identity(
    @Nullable Sealed<PersonName> name,
    @Nullable Sealed<LocalDate> dateOfBirth,
    @Nullable Sealed<Contact> contact) {

  static final Identity UNKNOWN = new Identity(null, null, null);

  static Identity of(VolunteerRegistered e) {
    return new Identity(e.name(), e.dateOfBirth(), e.contact());
  }
}
