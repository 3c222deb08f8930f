package org.icsregistry.contracts.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The events that can follow from a command. The first says what the command said; the others are
 * consequences. So nobody can present one act of a partner as another.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LeadsTo {
  Class<? extends Event>[] value();
}
