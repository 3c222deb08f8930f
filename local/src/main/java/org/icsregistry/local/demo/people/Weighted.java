package org.icsregistry.local.demo.people;

/** A choice and how often it is made, compared with the others. */
record Weighted<T>(T value, int weight) {}
