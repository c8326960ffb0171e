package org.stadtstand.ground.database;

/** What a server does with the database. */
enum DatabaseRole {
  /** It reads and writes: publishes deliveries, stores links, keeps tables up to date. */
  ALL,
  /** It only reads, from replicas, and knows no primary. */
  READER
}
