-- HSQLDB commits every definition by itself, so a script may be cut short by a crash and is run
-- again from its beginning: every statement says IF NOT EXISTS. Statements end with a semicolon at
-- the end of a line. A script that was ever delivered is never changed; add the next number.

CREATE CACHED TABLE IF NOT EXISTS token (
  id VARCHAR(36) NOT NULL,
  bank VARCHAR(16) NOT NULL,
  contract VARCHAR(12) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  state VARCHAR(16) NOT NULL,
  algorithm VARCHAR(32) NOT NULL,
  hash VARCHAR(16) NOT NULL,
  digits INTEGER NOT NULL,
  period_seconds INTEGER NOT NULL,
  key_epoch INTEGER NOT NULL,
  sealed_seed VARBINARY(1024) NOT NULL,
  last_factor BIGINT NOT NULL,
  failures INTEGER NOT NULL,
  lock_since TIMESTAMP(9) WITH TIME ZONE,
  lock_until TIMESTAMP(9) WITH TIME ZONE,
  expires TIMESTAMP(9) WITH TIME ZONE,
  registered TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  ver BIGINT NOT NULL,
  CONSTRAINT token_pk PRIMARY KEY (id)
);

CREATE INDEX IF NOT EXISTS token_by_contract ON token (bank, contract, registered);

-- active is 1 for an ACTIVE token and null otherwise: a user has one ACTIVE token at the most and
-- any number of REVOKED ones.
CREATE CACHED TABLE IF NOT EXISTS token_user (
  token_id VARCHAR(36) NOT NULL,
  place INTEGER NOT NULL,
  bank VARCHAR(16) NOT NULL,
  contract VARCHAR(12) NOT NULL,
  user_id VARCHAR(20) NOT NULL,
  active INTEGER,
  CONSTRAINT token_user_pk PRIMARY KEY (token_id, place),
  CONSTRAINT token_user_of_token FOREIGN KEY (token_id) REFERENCES token (id),
  CONSTRAINT token_user_one_active UNIQUE (bank, contract, user_id, active)
);

CREATE CACHED TABLE IF NOT EXISTS inbox (
  requester VARCHAR(32) NOT NULL,
  request_id VARCHAR(32) NOT NULL,
  fingerprint VARCHAR(64) NOT NULL,
  reply VARBINARY(1048576) NOT NULL,
  ccsid INTEGER NOT NULL,
  format INTEGER NOT NULL,
  judged TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  CONSTRAINT inbox_pk PRIMARY KEY (requester, request_id)
);

CREATE INDEX IF NOT EXISTS inbox_by_age ON inbox (judged);

CREATE CACHED TABLE IF NOT EXISTS audit (
  seq BIGINT NOT NULL,
  writer VARCHAR(36) NOT NULL,
  decided TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  event VARCHAR(32) NOT NULL,
  bank VARCHAR(16) NOT NULL,
  contract VARCHAR(12),
  user_id VARCHAR(20),
  token_id VARCHAR(36),
  requester VARCHAR(32),
  request_id VARCHAR(32),
  actor_kind VARCHAR(16),
  actor_name VARCHAR(32),
  actor_branch VARCHAR(1000),
  actor_approver VARCHAR(1000),
  actor_reason VARCHAR(1000),
  actor_paper VARCHAR(1000),
  cause VARCHAR(32),
  factor BIGINT,
  detail VARCHAR(200) NOT NULL,
  prev VARBINARY(32) NOT NULL,
  hash VARBINARY(32) NOT NULL,
  CONSTRAINT audit_pk PRIMARY KEY (seq)
);

CREATE INDEX IF NOT EXISTS audit_by_user ON audit (bank, contract, user_id, seq);
