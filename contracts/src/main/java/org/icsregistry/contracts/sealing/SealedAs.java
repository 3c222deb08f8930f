package org.icsregistry.contracts.sealing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says under which of the person's keys a {@link Sealed} component is sealed. */
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface SealedAs {
  Category value();

  /** The component whose check code decides instead, where the message has one; empty if none. */
  String checkIn() default "";
}
