package org.icsregistry.contracts.message;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  /** The published language must not pull a framework into whoever speaks it. */
  @Test
  void contracts_dependOnNoFrameworkAndOnNoOtherModule() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.icsregistry.contracts..",
            "java..",
            "javax.crypto..",
            "org.jspecify.annotations",
            "jakarta.validation.constraints",
            "com.fasterxml.jackson.annotation",
            "tools.jackson..",
            "com.networknt.schema..",
            "com.nimbusds.jose..")
        .check(Records.CLASSES);
  }

  /** Decisions and folds are the same in every hand, so they read no clock, chance or file. */
  @Test
  void rulesAndFolds_arePure() {
    noClasses()
        .that()
        .resideInAnyPackage("..contracts.rules", "..contracts.passport", "..contracts.message")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio..",
            "java.net..",
            "java.util.concurrent..",
            "java.util.logging..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class, Random.class, UUID.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .check(Records.CLASSES);
  }

  @Test
  void messagesAndPassports_areRecordsOrSealed() {
    classes()
        .that()
        .resideInAnyPackage("..contracts.message", "..contracts.passport")
        .and()
        .arePublic()
        .and()
        .areNotAnnotations()
        .and()
        .areNotEnums()
        .and()
        .areNotInterfaces()
        .should()
        .beRecords()
        .orShould()
        .haveModifier(JavaModifier.FINAL)
        .check(Records.CLASSES);
  }
}
