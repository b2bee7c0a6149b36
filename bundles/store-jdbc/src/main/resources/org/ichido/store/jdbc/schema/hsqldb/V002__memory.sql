-- Since when the memory of accepted codes and of answers is whole: a row for each time that an
-- older database was let in.
CREATE CACHED TABLE IF NOT EXISTS memory (
  begins TIMESTAMP(9) WITH TIME ZONE NOT NULL
);
