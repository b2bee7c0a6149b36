      * ------------------------------------------------------------
      * ICHCCR  COUNT CHECK REPLY, BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE CCHK, KIND R, CORE BANKING.
      * WHAT ICHIDO COUNTS.
      * ------------------------------------------------------------
       05  ICH-COUNT-CHECK-REPLY.
           10  ICH-COUNTS-EQUAL               PIC X(1).
               88  ICH-COUNTS-ARE-EQUAL       VALUE 'Y'.
               88  ICH-COUNTS-DIFFER          VALUE 'N'.
           10  ICH-OUR-CONTRACTS              PIC 9(9).
           10  ICH-OUR-USERS                  PIC 9(9).
           10  ICH-OUR-TOKENS                 PIC 9(9).
           10  FILLER                         PIC X(100).
