-- Orders of hard tokens with what they cost, and what core banking said of it. As in the first
-- script, every statement may be run again. An order is kept for ever; those of which nothing is
-- open any more are many, so what is asked for often has columns of its own that are null
-- otherwise: a key or an index that begins with one of them is short, and begins with no column
-- that another one begins with.

-- open_device is the device while the order is not over: its key lets no second order have it.
-- unsettled_bank is the bank while a debit or a refund is not settled; due_bank and due are the bank
-- and the instant at which something is to be sent or noted next.
CREATE CACHED TABLE IF NOT EXISTS token_order (
  bank VARCHAR(16) NOT NULL,
  number BIGINT NOT NULL,
  contract VARCHAR(12) NOT NULL,
  branch VARCHAR(1000) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  device VARCHAR(36) NOT NULL,
  serial VARCHAR(20) NOT NULL,
  replaced_device VARCHAR(36),
  replaced_serial VARCHAR(20),
  placed TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  expected DATE NOT NULL,
  yen INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  account_branch VARCHAR(3),
  account_type VARCHAR(1),
  account_number VARCHAR(7),
  account_name VARCHAR(30),
  state VARCHAR(16) NOT NULL,
  shipped TIMESTAMP(9) WITH TIME ZONE,
  debit_state VARCHAR(16),
  debit_date DATE,
  debit_sent TIMESTAMP(9) WITH TIME ZONE,
  debit_inquiries INTEGER,
  debit_next TIMESTAMP(9) WITH TIME ZONE,
  debit_booking VARCHAR(1000),
  debit_not_booked VARCHAR(16),
  refund_state VARCHAR(16),
  refund_date DATE,
  refund_sent TIMESTAMP(9) WITH TIME ZONE,
  refund_inquiries INTEGER,
  refund_next TIMESTAMP(9) WITH TIME ZONE,
  refund_booking VARCHAR(1000),
  refund_not_booked VARCHAR(16),
  ver BIGINT NOT NULL,
  open_device VARCHAR(36),
  unsettled_bank VARCHAR(16),
  due_bank VARCHAR(16),
  due TIMESTAMP(9) WITH TIME ZONE,
  CONSTRAINT token_order_pk PRIMARY KEY (bank, number),
  CONSTRAINT token_order_one_open UNIQUE (open_device)
);

CREATE INDEX IF NOT EXISTS token_order_by_contract ON token_order (contract, bank, number);

CREATE INDEX IF NOT EXISTS token_order_unsettled ON token_order (unsettled_bank, number);

CREATE INDEX IF NOT EXISTS token_order_by_due ON token_order (due_bank, due, number);

CREATE INDEX IF NOT EXISTS token_order_by_debit ON token_order (debit_date, bank);

CREATE INDEX IF NOT EXISTS token_order_by_refund ON token_order (refund_date, bank);

-- place is 0 for what was said first of an order, 1 for the next: its key lets nobody say anything
-- of the order at the same time. What is the same is found by reading the order's few rows, not by a
-- key of its own: two nulls in a key would not be the same.
CREATE CACHED TABLE IF NOT EXISTS booking (
  order_number BIGINT NOT NULL,
  bank VARCHAR(16) NOT NULL,
  place INTEGER NOT NULL,
  refund BOOLEAN NOT NULL,
  business_date DATE NOT NULL,
  booking VARCHAR(1000),
  not_booked VARCHAR(16),
  yen INTEGER NOT NULL,
  happened TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  CONSTRAINT booking_pk PRIMARY KEY (order_number, bank, place)
);

CREATE INDEX IF NOT EXISTS booking_by_day ON booking (business_date, bank, order_number, place);
