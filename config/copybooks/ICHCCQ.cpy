      * ------------------------------------------------------------
      * ICHCCQ  COUNT CHECK REQUEST, BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE CCHK, KIND Q, CORE QUEUE.
      * WHAT CORE BANKING COUNTS.
      * ------------------------------------------------------------
       05  ICH-COUNT-CHECK-REQUEST.
      * SPACES: THE WHOLE BANK.
           10  ICH-CHECK-BRANCH               PIC X(3).
      * CONTRACTS NOT CLOSED, USERS NOT REMOVED, LIVE TOKENS.
           10  ICH-THEIR-CONTRACTS            PIC 9(9).
           10  ICH-THEIR-USERS                PIC 9(9).
           10  ICH-THEIR-TOKENS               PIC 9(9).
           10  FILLER                         PIC X(98).
