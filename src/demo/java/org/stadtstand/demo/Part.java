package org.stadtstand.demo;

/** A share of a city's data that can say what it delivers in a given release. */
interface Part {

  void write(int tick, GeneratedDelivery out);
}
