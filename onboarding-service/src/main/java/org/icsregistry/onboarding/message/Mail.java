package org.icsregistry.onboarding.message;

/**
 * A message in words.
 *
 * @param version of the template it was made from
 */
record Mail(String language, int version, String subject, String text) {}
