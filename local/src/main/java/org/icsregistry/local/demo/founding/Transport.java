package org.icsregistry.local.demo.founding;

/** How an organisation sends its commands. */
public enum Transport {
  KAFKA,
  HTTP
}
