package org.icsregistry.contracts.sealing;

import java.util.Locale;

/**
 * What kind of personal data a key protects; each person has one key per category, so that each can
 * be forgotten alone.
 */
public enum Category {
  CONTACT,
  CHECKS,
  HEALTH;

  /** The category's part of a key id. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
