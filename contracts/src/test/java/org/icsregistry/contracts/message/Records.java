package org.icsregistry.contracts.message;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The classes of this module, without its tests. */
final class Records {

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.icsregistry.contracts");

  private Records() {}

  /** Every record of the module. */
  static List<Class<?>> all() {
    return CLASSES.stream().filter(JavaClass::isRecord).<Class<?>>map(JavaClass::reflect).toList();
  }
}
