package org.icsregistry.local;

/** What listens on a port of the local system. */
enum Place {
  FRONT_DOOR(8080, "--port-front", "the front door (projection-service)"),
  REGISTRY(8081, "--port-registry", "registry-service"),
  ONBOARDING(8082, "--port-onboarding", "onboarding-service"),
  SIGN_IN(8083, "--port-sign-in", "the sign-in service"),
  KAFKA(9092, "--port-kafka", "the Kafka broker"),
  POSTGRES(5433, "--port-postgres", "PostgreSQL"),
  WITNESS_RBV(8091, "--port-witness-rbv", "the witness of The Christie (RBV)"),
  WITNESS_R0A(8092, "--port-witness-r0a", "the witness of Manchester University (R0A)"),
  SMTP(2525, "--port-smtp", "the mail server"),
  MAILBOX(8084, "--port-mailbox", "the mailbox");

  final int usualPort;
  final String option;
  final String wantedBy;

  Place(int usualPort, String option, String wantedBy) {
    this.usualPort = usualPort;
    this.option = option;
    this.wantedBy = wantedBy;
  }
}
