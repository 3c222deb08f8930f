package org.icsregistry.contracts.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A command that is taken while the processing of the person's data is restricted, because it
 * corrects, withdraws, ends or protects. All others are refused meanwhile. Source: UK GDPR Art.
 * 18(2).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DuringRestriction {}
