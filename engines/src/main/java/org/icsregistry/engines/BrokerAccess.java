package org.icsregistry.engines;

/**
 * Whom a closed broker lets in: clients with a token of one sign-in service. Kafka knows a client
 * by the token's claim {@code azp}, the client id (RFC 9068 calls it {@code client_id}, OpenID
 * Connect {@code azp}); a person's token therefore speaks for the pages through which it was got.
 *
 * @param keys the sign-in service's public keys, as a JWK set (RFC 7517, section 5)
 * @param issuer as it stands in the tokens
 * @param audience whom the tokens are for
 * @param owner the client that may do everything; all others need an ACL
 */
public record BrokerAccess(String keys, String issuer, String audience, String owner) {

  /** The claim that names the client. */
  public static final String CLIENT = "azp";
}
