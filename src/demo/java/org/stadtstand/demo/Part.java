package org.stadtstand.demo;

/** A part of a city's data that delivers its share of a given release. */
interface Part {

  void write(int tick, GeneratedDelivery out);
}
