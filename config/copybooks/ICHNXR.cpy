      * ------------------------------------------------------------
      * ICHNXR  NEXT REPLY, BODY AFTER ICHHDR.
      * RECORD LENGTH 512, TYPE NEXT, KIND R, FOR THE CHANNEL ALONE.
      * LET THE OPERATION GO ON WITHOUT A CODE FOR EXEMPT AND
      * NOT_REQUIRED ALONE.
      * ------------------------------------------------------------
       05  ICH-NEXT-REPLY.
      * WHEN IT WAS SO.
           10  ICH-AS-OF                      PIC 9(17).
           10  ICH-DEMAND                     PIC X(16).
               88  ICH-CODE-IS-REQUIRED       VALUE 'REQUIRED'.
               88  ICH-CODE-IS-SPARED         VALUE 'EXEMPT'.
               88  ICH-CODE-IS-NOT-REQUIRED   VALUE 'NOT_REQUIRED'.
               88  ICH-NEVER-ASK-FOR-CODE     VALUE 'NOT_ELIGIBLE'.
               88  ICH-OPERATION-IS-BLOCKED   VALUE 'BLOCKED'.
      * BY WHICH METHOD, IF REQUIRED.
           10  ICH-METHOD                     PIC X(8).
               88  ICH-BY-SOFT                VALUE 'SOFT'.
               88  ICH-BY-HARD                VALUE 'HARD'.
               88  ICH-BY-TXN-AUTH            VALUE 'TXN_AUTH'.
      * WHY, IF EXEMPT.
           10  ICH-EXEMPT-WHY                 PIC X(24).
      * WHAT THE USER HAS TO DO NEXT. AT LOGIN, SHOW IT.
           10  ICH-NEXT-STEP                  PIC X(16).
               88  ICH-STEP-NONE              VALUE 'NONE'.
               88  ICH-STEP-APPLY             VALUE 'APPLY'.
               88  ICH-STEP-ISSUE             VALUE 'ISSUE'.
               88  ICH-STEP-WAIT              VALUE 'WAIT'.
               88  ICH-STEP-ACTIVATE          VALUE 'ACTIVATE'.
               88  ICH-STEP-CONFIRM           VALUE 'CONFIRM'.
               88  ICH-STEP-REGISTER          VALUE 'REGISTER'.
               88  ICH-STEP-RENEW             VALUE 'RENEW'.
               88  ICH-STEP-REISSUE           VALUE 'REISSUE'.
               88  ICH-STEP-UNLOCK            VALUE 'UNLOCK'.
               88  ICH-STEP-CONTACT-BANK      VALUE 'CONTACT_BANK'.
      * WAIT: WHEN IT IS OVER. ACTIVATE, CONFIRM, RENEW: BY WHEN.
      * REGISTER: UNTIL WHEN IT CAN BE SKIPPED.
           10  ICH-STEP-UNTIL                 PIC 9(17).
      * ROW OF THE TABLE OR STATE THAT IT COMES FROM, FOR STAFF.
           10  ICH-WHY                        PIC X(80).
           10  FILLER                         PIC X(78).
