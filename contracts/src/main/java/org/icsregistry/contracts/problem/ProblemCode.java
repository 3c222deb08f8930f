package org.icsregistry.contracts.problem;

/**
 * Every refusal the registry gives, by the name of the rule that was broken. A code never changes
 * its meaning.
 */
public enum ProblemCode {
  MALFORMED_JSON(400, "The body is not one valid JSON document"),
  INVALID_ENVELOPE(400, "The CloudEvents envelope is incomplete or malformed"),
  UNKNOWN_TYPE(400, "No command of this type and version exists"),
  INVALID_PARAMETER(400, "A parameter of the request is missing or malformed"),
  METHOD_NOT_ALLOWED(405, "This address does not answer to this method"),
  NOT_ACCEPTABLE(406, "None of the accepted content types can be produced"),
  UNSUPPORTED_MEDIA_TYPE(415, "The content type is not one that this endpoint reads"),
  BODY_TOO_LARGE(413, "The command is larger than the log can hold"),
  BATCH_TOO_LARGE(413, "The batch holds more commands than one request may"),
  SCHEMA_VIOLATION(422, "The data does not fit the command's schema"),
  CERTIFICATE_CONTENT_REFUSED(422, "What a certificate discloses is never stored"),
  DATE_IN_FUTURE(422, "A date lies in the future"),
  CHECK_FINDING_INVALID(422, "The finding is not one that this check can have"),
  NOT_SIGNED_IN(401, "The request carries no valid token"),
  NOT_ALLOWED(403, "The token does not allow this"),
  WRONG_SOURCE(403, "The source is not the sender's own organisation"),
  SIGNATURE_MALFORMED(400, "The signature is not one that the registry reads"),
  SIGNATURE_CONTENT_DIFFERS(422, "The signature is for another command"),
  DUPLICATE_ID_DIFFERENT_BODY(409, "The id was used before for another command"),
  OVERLOADED(429, "The registry takes no more commands at this moment"),
  NOT_FOUND(404, "There is nothing under this address"),
  UNDECIDED(500, "The command could not be decided"),
  UNAVAILABLE(503, "The registry cannot work at this moment"),
  REBUILD_RUNNING(409, "A rebuild of this projection is running"),
  TOO_MANY_REQUESTS(429, "The caller asks more often than it may"),

  HOST_ONLY(403, "Only the ICS host may do this"),
  OWN_ORGANISATION_ONLY(403, "A partner may do this for itself only"),
  PARTNER_UNKNOWN(404, "No such partner is registered"),
  PARTNER_ALREADY_REGISTERED(409, "The partner is registered already"),
  PARTNER_SUSPENDED(403, "The partner is suspended"),
  PARTNER_ALREADY_SUSPENDED(409, "The partner is suspended already"),
  PARTNER_SUCCEEDED(403, "The partner goes on in another organisation"),
  SUCCESSION_STATE(409, "The two organisations are not at this step"),
  SYSTEM_ALREADY_CONNECTED(409, "The system is connected already"),
  AGREEMENTS_NOT_SIGNED(403, "The agreements in force are not signed"),
  AGREEMENT_ALREADY_SIGNED(409, "This version of the agreement is signed already"),
  SIGNATURE_WRONG(403, "The key named did not make the signature"),
  SIGNATURE_REQUIRED(403, "The partner requires its commands to be signed"),
  SIGNATURE_RULE_UNCHANGED(409, "The rule on signatures is so already"),
  SIGNING_KEY_UNKNOWN(403, "No such key signs for the partner"),
  SIGNING_KEY_UNUSABLE(422, "The key or the proof of its possession is not usable"),
  SIGNING_KEY_ALREADY_REGISTERED(409, "A key of this id was registered before"),
  LAST_SIGNING_KEY(409, "Without this key the partner could not act any more"),

  ROLE_UNKNOWN(404, "No such role is defined"),
  ROLE_ALREADY_DEFINED(409, "The role is defined already"),
  ROLE_OWNER_ONLY(403, "Only the role's owner may change it"),
  ROLE_RETIRED(409, "The role takes nobody new"),
  REQUIREMENT_INVALID(422, "A requirement line contradicts itself"),
  LEGAL_MAXIMUM_EXCEEDED(422, "The role is not entitled to this level of check"),

  VOLUNTEER_UNKNOWN(404, "No such person is registered"),
  VOLUNTEER_ALREADY_REGISTERED(409, "The person is registered already"),
  VOLUNTEER_MERGED(409, "The person goes on under another id"),
  MERGE_STATE(409, "The two ids are not at this step"),
  LINK_REQUIRED(403, "The partner has no relationship with the person"),
  ALREADY_LINKED(409, "The partner has a relationship with the person already"),
  NOTHING_CHANGED(409, "Everything is as the command says already"),
  GRANT_UNKNOWN(404, "The person has given no such permission"),
  GRANT_ALREADY_RECORDED(409, "A permission with this id is recorded already"),
  GRANT_ENDED(409, "The permission has ended already"),
  ITEM_UNKNOWN(404, "The person has no such item"),
  ITEM_ALREADY_RECORDED(409, "An item with this id is recorded already"),
  ITEM_ALREADY_WITHDRAWN(409, "The item is withdrawn already"),
  ITEM_KIND_MISMATCH(422, "The item is not of the kind this command needs"),
  ISSUER_ONLY(403, "Only the issuer may withdraw an item"),
  ITEM_ALREADY_REJECTED(409, "The partner has rejected the item already"),
  OWN_ITEM(409, "An issuer withdraws its own item and does not reject it"),
  ALREADY_REQUESTED(409, "The same is asked for already"),
  RECOGNITION_CONTRADICTS_POLICY(409, "The decision is not what the policy says"),
  RECOGNITION_ALREADY_DECIDED(409, "The same decision is recorded already"),
  REQUIREMENTS_NOT_MET(409, "Requirements of the role are open"),
  ALREADY_CLEARED(409, "A clearance is in force already"),
  NOT_CLEARED(409, "No clearance is in force"),
  CLEARANCE_STILL_HOLDS(409, "Every requirement of the clearance is still met"),
  ACTOR_REQUIRED(422, "Nobody is named who answers for this"),

  SURGE_UNKNOWN(404, "No such surge is declared"),
  SURGE_ALREADY_DECLARED(409, "A surge with this id was declared already"),
  SURGE_OVER(409, "The surge is stood down"),
  ROLE_ENDED(409, "The temporary role has ended"),
  CALL_UP_UNKNOWN(404, "No such call-up exists"),
  CALL_UP_ALREADY_EXISTS(409, "A call-up with this id exists already"),
  CALL_UP_STATE(409, "The same is asked or answered already"),
  ALERT_LIMIT_REACHED(409, "The person has been called up often enough for now"),
  OFF_DUTY(409, "The person does not want to be asked at this time"),
  REQUIREMENT_NOT_ASKED(404, "The role does not ask for this"),
  REQUIREMENT_ALREADY_MET(409, "The requirement is met"),
  BYPASS_NOT_ALLOWED(422, "This requirement may not wait for this reason"),
  BYPASS_TOO_LONG(422, "A requirement may not wait that long"),
  PROGRAMME_UNKNOWN(404, "No such programme is defined"),
  PROGRAMME_ALREADY_DEFINED(409, "A programme with this id was defined already"),
  PROGRAMME_CLOSED(409, "The programme is closed"),
  PROGRAMME_PARTNERS_ONLY(422, "The partner is not one of the programme's"),
  MEASURE_UNKNOWN(404, "The programme has no such measure"),
  MEASURE_INVALID(422, "A measure or its value contradicts itself"),
  OUTCOME_ALREADY_RECORDED(409, "The same outcome is recorded already"),

  SUBJECT_MISMATCH(409, "The matter belongs to another subject"),
  APPLICATION_UNKNOWN(404, "No such application exists"),
  APPLICATION_ALREADY_EXISTS(409, "An application with this id exists already"),
  APPLICATION_STATE(409, "The application is not at this step"),
  PLACEMENT_UNKNOWN(404, "No such placement exists"),
  PLACEMENT_ALREADY_EXISTS(409, "A placement with this id exists already"),
  PLACEMENT_STATE(409, "The placement is not at this step"),
  PASSPORT_UNKNOWN(404, "No such passport was issued"),
  PASSPORT_ALREADY_EXISTS(409, "A passport with this id exists already"),
  PASSPORT_REVOKED(409, "The passport is revoked"),
  NOT_VOUCHED_FOR(409, "The passport's issuer does not vouch for the item"),
  SHARE_UNKNOWN(404, "The passport was not shared with the partner under this id"),
  SHARE_ALREADY_EXISTS(409, "A share with this id exists already"),
  SHARE_EXPIRED(409, "The share has run out"),
  ITEM_NOT_SHARED(409, "The item was not shared with the partner"),
  ITEM_ALREADY_DECIDED(409, "The item is accepted or rejected already"),
  ITEMS_UNDECIDED(409, "Items are neither accepted nor rejected"),
  VERIFICATION_STATE(409, "The verification is not at this step"),
  OPPORTUNITY_UNKNOWN(404, "No such opportunity is published for the partner"),
  OPPORTUNITY_ALREADY_PUBLISHED(409, "The opportunity is published already"),
  OPPORTUNITY_CLOSED(409, "The opportunity is closed or over"),
  OPPORTUNITY_OTHER_ROLE(422, "The opportunity is for another role"),
  OPPORTUNITY_REACH(422, "The opportunity cannot be shared so"),
  DATE_ORDER(422, "The dates are in the wrong order"),
  SUPERVISOR_REQUIRED(422, "Nobody below 16 volunteers alone"),

  PERSON_ERASED(410, "The person was forgotten"),
  PROCESSING_RESTRICTED(409, "Nothing but storing may be done with the person's data for now"),
  NOT_RESTRICTED(409, "Nothing is restricted"),
  OTHERS_INVOLVED(403, "Other partners have records of the person"),
  NOTHING_TO_ERASE(409, "There is nothing left that this could erase"),
  HOLD_INVALID(422, "The holds contradict themselves"),
  NOT_ERASED(409, "The person was not forgotten"),
  ALREADY_ACKNOWLEDGED(409, "No acknowledgement of this partner is outstanding");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** HTTP status that goes with the code; Kafka results carry the same number. */
  public int status() {
    return status;
  }

  public String title() {
    return title;
  }
}
