package org.icsregistry.contracts.code;

/**
 * Why a partner does not take over an item that was shared with it. Source: the reason lists of the
 * NHS Digital Staff Passport.
 */
public enum ItemRejection {
  DUPLICATE,
  INCORRECT_INFORMATION,
  MORE_INFORMATION_NEEDED,
  IDENTITY_NOT_CONFIRMED,
  NOT_NEEDED,
  OTHER
}
