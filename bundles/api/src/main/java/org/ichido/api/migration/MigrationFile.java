package org.ichido.api.migration;

/** The files of a migration, one a kind. */
public enum MigrationFile {
  /** One row for each contract. */
  CONTRACTS,
  /** One row for each user. */
  USERS,
  /** One row for each live token. */
  TOKENS
}
