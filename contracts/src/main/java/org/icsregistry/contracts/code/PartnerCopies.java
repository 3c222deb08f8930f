package org.icsregistry.contracts.code;

/** What a partner did with its own copies when a person was forgotten. Source: UK GDPR Art. 19. */
public enum PartnerCopies {
  ERASED,
  NONE_HELD,
  HELD_UNDER_LAW
}
