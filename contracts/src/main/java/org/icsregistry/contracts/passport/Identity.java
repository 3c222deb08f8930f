package org.icsregistry.contracts.passport;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.message.Contact;
import org.icsregistry.contracts.message.MergeEvent.VolunteersMerged;
import org.icsregistry.contracts.message.MergeEvent.VolunteersUnmerged;
import org.icsregistry.contracts.message.PersonEvent.DetailsChanged;
import org.icsregistry.contracts.message.PersonEvent.VolunteerRegistered;
import org.icsregistry.contracts.message.PersonName;
import org.icsregistry.contracts.sealing.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * Who a person is; sealed for ever, absent until registered.
 *
 * @param mergedInto the id under which the person goes on
 * @param takenIn other ids of the person
 */
public record Identity(
    @Nullable Sealed<PersonName> name,
    @Nullable Sealed<LocalDate> dateOfBirth,
    @Nullable Sealed<Contact> contact,
    @Nullable String mergedInto,
    List<String> takenIn) {

  static final Identity UNKNOWN = new Identity(null, null, null, null, List.of());

  Identity registered(VolunteerRegistered e) {
    return new Identity(e.name(), e.dateOfBirth(), e.contact(), mergedInto, takenIn);
  }

  Identity changed(DetailsChanged e) {
    return new Identity(
        e.name() == null ? name : e.name(),
        e.dateOfBirth() == null ? dateOfBirth : e.dateOfBirth(),
        e.contact() == null ? contact : e.contact(),
        mergedInto,
        takenIn);
  }

  Identity merged(VolunteersMerged e) {
    return e.surviving()
        ? new Identity(name, dateOfBirth, contact, mergedInto, Folding.add(takenIn, e.merged()))
        : new Identity(name, dateOfBirth, contact, e.survivor(), takenIn);
  }

  Identity unmerged(VolunteersUnmerged e) {
    return e.surviving()
        ? new Identity(
            name,
            dateOfBirth,
            contact,
            mergedInto,
            takenIn.stream().filter(id -> !id.equals(e.merged())).toList())
        : new Identity(name, dateOfBirth, contact, null, takenIn);
  }
}
