package org.icsregistry.log;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "org.icsregistry", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule the_module_needs_the_jdk_and_the_kafka_client_only =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.icsregistry.log..",
              "org.apache.kafka.clients..",
              "org.apache.kafka.common..",
              "org.slf4j..",
              "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule proofs_are_checked_without_kafka =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.icsregistry.log.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.icsregistry.log.kafka..");

  @ArchTest
  static final ArchRule the_tree_knows_nothing_of_files_and_signatures =
      classes()
          .that()
          .resideInAPackage("org.icsregistry.log.tree..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.icsregistry.log",
              "org.icsregistry.log.tree..",
              "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("org.icsregistry.log.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule no_clock_is_read = noClasses().should().callMethod(Instant.class, "now");
}
