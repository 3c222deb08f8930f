package org.icsregistry.kit.access;

/** What somebody may want to do. */
public enum Right {
  SEND_COMMANDS("Send commands for an organisation"),
  SEND_EMERGENCIES("Send for an organisation that somebody may come to harm, which opens details"),
  SEND_CHOICES("Send for the pages who sees a person's details, and who saw them"),
  SEE_PERSON("See a person's name, contact, and whether they meet a role"),
  SEE_DETAILS("See a person's items: dates, levels, issuers, other organisations"),
  BREAK_GLASS("Open a person's items on a page in an emergency"),
  SEE_PSEUDONYM("See a passport without what is sealed"),
  SEE_HISTORY("Read the entries about a person"),
  SEE_OWN_ENTRIES("Read the entries that an organisation recorded"),
  SEE_LOG("Read the whole log: entries, tiles, topic"),
  SEE_DIRECTORY("Read entries about organisations, roles, programmes"),
  SEE_JOURNEYS("See who waits for whom"),
  SEE_FIGURES("See figures about many people"),
  OPEN_KEYS("Fetch keys that open sealed values"),
  OPERATE("Rebuild read models, read internal measurements"),
  OVERSEE("See who was refused what, and what operators did");

  private final String words;

  Right(String words) {
    this.words = words;
  }

  /** For the matrix in the documents and for refusals. */
  public String words() {
    return words;
  }
}
