      * ------------------------------------------------------------
      * ICHATR  ACTIVATE REPLY, BODY AFTER ICHHDR.
      * RECORD LENGTH 1408, TYPE ACTV, KIND R, FOR THE APP.
      * ------------------------------------------------------------
       05  ICH-ACTIVATE-REPLY.
           10  ICH-VERDICT                    PIC X(16).
               88  ICH-SEED-DELIVERED         VALUE 'ACCEPTED'.
               88  ICH-SEED-REFUSED           VALUE 'REFUSED'.
               88  ICH-SEED-NOT-PROCESSED     VALUE 'NOT_PROCESSED'.
      * ENCRYPTED TO THE APP KEY, BASE64.
           10  ICH-SEED                       PIC X(684).
           10  ICH-ALGORITHM                  PIC X(32).
           10  ICH-HASH                       PIC X(8).
           10  ICH-DIGITS                     PIC 9(2).
      * HOW LONG A CODE STANDS, IN SECONDS.
           10  ICH-PERIOD                     PIC 9(3).
      * THE FIRST INSTANT AT WHICH CODES ARE REFUSED AS EXPIRED.
           10  ICH-EXPIRES-AT                 PIC 9(17).
      * THE WHOLE NAME: UTF-8 AS BASE64.
           10  ICH-NAME                       PIC X(320).
           10  FILLER                         PIC X(70).
