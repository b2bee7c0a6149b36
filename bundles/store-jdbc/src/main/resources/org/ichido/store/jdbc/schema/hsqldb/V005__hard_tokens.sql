-- Devices that were delivered. As in the first script, every statement may be run again; and no two
-- keys or indexes begin with the same column.

-- The id follows from the seed, so its key lets no seed in twice. contract is null before the first
-- registration and never changes afterwards.
CREATE CACHED TABLE IF NOT EXISTS hard_token (
  id VARCHAR(36) NOT NULL,
  bank VARCHAR(16) NOT NULL,
  serial VARCHAR(20) NOT NULL,
  algorithm VARCHAR(32) NOT NULL,
  hash VARCHAR(16) NOT NULL,
  digits INTEGER NOT NULL,
  period_seconds INTEGER NOT NULL,
  key_epoch INTEGER,
  sealed_seed VARBINARY(1024),
  drift INTEGER NOT NULL,
  battery_end DATE NOT NULL,
  branch VARCHAR(3) NOT NULL,
  state VARCHAR(16) NOT NULL,
  contract VARCHAR(12),
  delivered TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  ver BIGINT NOT NULL,
  CONSTRAINT hard_token_pk PRIMARY KEY (id),
  CONSTRAINT hard_token_serial UNIQUE (serial, bank)
);

CREATE INDEX IF NOT EXISTS hard_token_by_battery ON hard_token (bank, battery_end, serial);
