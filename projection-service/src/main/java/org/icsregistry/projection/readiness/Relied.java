package org.icsregistry.projection.readiness;

import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.projection.rebuild.RowTable.Row;

/**
 * A person about whose item a partner once decided so. Decisions are shown only where they are
 * about enough people, see {@link ReadinessQueries}.
 *
 * @param receiver who decided
 * @param issuer who had recorded the item
 */
record Relied(
    String receiver,
    String issuer,
    String requirement,
    RecognitionDecision decision,
    String subject)
    implements Row {

  @Override
  public String key() {
    return receiver + ' ' + issuer + ' ' + requirement + ' ' + decision + ' ' + subject;
  }
}
