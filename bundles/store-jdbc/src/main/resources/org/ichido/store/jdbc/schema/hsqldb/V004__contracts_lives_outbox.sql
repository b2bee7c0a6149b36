-- Contracts and their users, the life of a soft token, what is told outside. As in the first script,
-- every statement may be run again. No big table gets a column or an index here: HSQLDB writes the
-- whole table anew for each (300,000 answers: 40 s and 190 MB a column), so what is new about a
-- token or an answer has a table beside it. And no two keys or indexes of a table begin with the same
-- column unless a query names more columns of one of them: HSQLDB might take the wrong one.

ALTER TABLE token ALTER COLUMN key_epoch SET NULL;

ALTER TABLE token ALTER COLUMN sealed_seed SET NULL;

-- token_user.active is 1 for a live token from now on (ISSUED, INITIALISED, ACTIVE) and null
-- otherwise: a user has one live token at the most.

-- A row for each token of which something stands here that is neither 0 nor null. due is the
-- instant at which time alone has something to do with the token, and null if there is none.
CREATE CACHED TABLE IF NOT EXISTS token_life (
  token_id VARCHAR(36) NOT NULL,
  life_bank VARCHAR(16) NOT NULL,
  drift INTEGER NOT NULL,
  suspended TIMESTAMP(9) WITH TIME ZONE,
  suspended_why VARCHAR(1000),
  expiry_told BOOLEAN NOT NULL,
  due TIMESTAMP(9) WITH TIME ZONE,
  pair_service VARCHAR(8),
  pair_user VARCHAR(16),
  mail VARCHAR(1000),
  mail_state VARCHAR(16),
  password_hmac VARCHAR(1000),
  tries INTEGER,
  deadline TIMESTAMP(9) WITH TIME ZONE,
  consented TIMESTAMP(9) WITH TIME ZONE,
  consented_terms VARCHAR(1000),
  device VARCHAR(64),
  device_class VARCHAR(32),
  display_name VARCHAR(1000),
  confirmed TIMESTAMP(9) WITH TIME ZONE,
  CONSTRAINT token_life_pk PRIMARY KEY (token_id),
  CONSTRAINT token_life_of_token FOREIGN KEY (token_id) REFERENCES token (id),
  CONSTRAINT token_life_pair UNIQUE (pair_service, pair_user)
);

CREATE INDEX IF NOT EXISTS token_life_by_due ON token_life (life_bank, due);

CREATE INDEX IF NOT EXISTS token_life_by_device ON token_life (device, life_bank);

-- Tokens of the former version have nothing but, perhaps, an expiry.
INSERT INTO token_life (token_id, life_bank, drift, expiry_told, due)
  SELECT id, bank, 0, FALSE, expires FROM token
    WHERE state = 'ACTIVE' AND expires IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM token_life WHERE token_id = token.id);

CREATE CACHED TABLE IF NOT EXISTS contract (
  bank VARCHAR(16) NOT NULL,
  contract VARCHAR(12) NOT NULL,
  branch VARCHAR(1000) NOT NULL,
  cif VARCHAR(1000),
  opened DATE NOT NULL,
  closed DATE,
  otp_method VARCHAR(16) NOT NULL,
  coming_method VARCHAR(16),
  coming_from DATE,
  account_branch VARCHAR(3),
  account_type VARCHAR(1),
  account_number VARCHAR(7),
  account_name VARCHAR(30),
  ver BIGINT NOT NULL,
  CONSTRAINT contract_pk PRIMARY KEY (contract, bank)
);

CREATE INDEX IF NOT EXISTS contract_by_coming ON contract (bank, coming_from, contract);

CREATE CACHED TABLE IF NOT EXISTS contract_user (
  bank VARCHAR(16) NOT NULL,
  contract VARCHAR(12) NOT NULL,
  user_id VARCHAR(20) NOT NULL,
  user_role VARCHAR(16) NOT NULL,
  added TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  removed TIMESTAMP(9) WITH TIME ZONE,
  cool_down TIMESTAMP(9) WITH TIME ZONE,
  downloads INTEGER NOT NULL,
  ver BIGINT NOT NULL,
  CONSTRAINT contract_user_pk PRIMARY KEY (bank, contract, user_id)
);

CREATE CACHED TABLE IF NOT EXISTS approval (
  requester VARCHAR(32) NOT NULL,
  request_id VARCHAR(32) NOT NULL,
  bank VARCHAR(16) NOT NULL,
  contract VARCHAR(12) NOT NULL,
  user_id VARCHAR(20) NOT NULL,
  act VARCHAR(32) NOT NULL,
  operator_name VARCHAR(32) NOT NULL,
  operator_branch VARCHAR(1000),
  operator_approver VARCHAR(1000),
  operator_reason VARCHAR(1000),
  operator_paper VARCHAR(1000),
  asked TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  lapses TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  settled TIMESTAMP(9) WITH TIME ZONE,
  ver BIGINT NOT NULL,
  CONSTRAINT approval_pk PRIMARY KEY (requester, request_id)
);

CREATE INDEX IF NOT EXISTS approval_by_age ON approval (lapses);

CREATE CACHED TABLE IF NOT EXISTS business_day (
  bank VARCHAR(16) NOT NULL,
  business_date DATE NOT NULL,
  opened TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  closed TIMESTAMP(9) WITH TIME ZONE,
  CONSTRAINT business_day_pk PRIMARY KEY (bank)
);

CREATE CACHED TABLE IF NOT EXISTS outbox (
  number BIGINT NOT NULL,
  bank VARCHAR(16) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  told VARCHAR(32) NOT NULL,
  contract VARCHAR(12) NOT NULL,
  user_id VARCHAR(20),
  token_id VARCHAR(36),
  contract_sequence BIGINT NOT NULL,
  token_sequence BIGINT NOT NULL,
  happened TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  detail VARCHAR(1000) NOT NULL,
  state VARCHAR(16) NOT NULL,
  tries INTEGER NOT NULL,
  not_before TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  why VARCHAR(1000) NOT NULL,
  CONSTRAINT outbox_pk PRIMARY KEY (number)
);

CREATE INDEX IF NOT EXISTS outbox_by_state ON outbox (bank, state, kind, number);

CREATE INDEX IF NOT EXISTS outbox_by_number ON outbox (kind, bank, number);

CREATE INDEX IF NOT EXISTS outbox_by_age ON outbox (state, not_before);

-- The last number given, of all (three times empty text), of a contract (no token), of a token.
-- No engine's sequence: those are not rolled back, and a number would be missing. Numbers outlive
-- the entries that had them.
CREATE CACHED TABLE IF NOT EXISTS event_sequence (
  bank VARCHAR(16) NOT NULL,
  contract VARCHAR(12) NOT NULL,
  token_id VARCHAR(36) NOT NULL,
  last_number BIGINT NOT NULL,
  CONSTRAINT event_sequence_pk PRIMARY KEY (bank, contract, token_id)
);

-- What a request record said of itself, beside its answer.
CREATE CACHED TABLE IF NOT EXISTS record_mark (
  requester VARCHAR(32) NOT NULL,
  request_id VARCHAR(32) NOT NULL,
  bank VARCHAR(16) NOT NULL,
  source VARCHAR(1000) NOT NULL,
  business_date DATE NOT NULL,
  serial_number BIGINT NOT NULL,
  branch VARCHAR(1000) NOT NULL,
  record_type VARCHAR(1000) NOT NULL,
  response_code VARCHAR(1000) NOT NULL,
  CONSTRAINT record_mark_pk PRIMARY KEY (requester, request_id)
);

CREATE INDEX IF NOT EXISTS record_mark_by_day
  ON record_mark (business_date, requester, source, serial_number);
