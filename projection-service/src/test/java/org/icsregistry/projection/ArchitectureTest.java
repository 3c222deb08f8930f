package org.icsregistry.projection;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import org.icsregistry.contracts.message.Command;

@AnalyzeClasses(packages = "org.icsregistry.projection", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule FEATURES_FORM_NO_CYCLE =
      slices().matching("org.icsregistry.projection.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("times are injected as a Clock");

  @ArchTest
  static final ArchRule NOTHING_IS_SENT =
      noClasses()
          .that()
          .resideOutsideOfPackages("..web..", "..look..", "..notice..", "..feed..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka.clients.producer..", "org.icsregistry.client..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Command.class)
          .because(
              "the read side explains and decides nothing, in a rebuild least of all; only pages"
                  + " pass on what somebody chooses on them, whoever looks is noted, notices are asked"
                  + " for, and partners are told what is new, each of it once");

  @ArchTest
  static final ArchRule ONLY_THE_PASSPORT_OPENS_WHAT_IS_SEALED =
      noClasses()
          .that()
          .resideOutsideOfPackage("..passport..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.icsregistry.contracts.sealing..")
          .because("one package decides who sees what");
}
