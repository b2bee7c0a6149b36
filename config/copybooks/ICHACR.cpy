      * ------------------------------------------------------------
      * ICHACR  WHAT BECAME OF AN ACT. BODY AFTER ICHHDR.
      * RECORD LENGTH 384, KIND R. ANSWERS ALL ACTS BUT VERIFY,
      * CONFIRM AND ACTIVATE. ICH-RESPONSE-CODE SAYS WHY IF REFUSED.
      * ------------------------------------------------------------
       05  ICH-ACT-REPLY.
           10  ICH-OUTCOME                    PIC X(16).
               88  ICH-ACT-DONE               VALUE 'DONE'.
               88  ICH-ACT-AWAITS-APPROVAL    VALUE 'AWAITS_APPROVAL'.
               88  ICH-ACT-REFUSED            VALUE 'REFUSED'.
               88  ICH-ACT-NOT-PROCESSED      VALUE 'NOT_PROCESSED'.
           10  ICH-TOKEN-ID                   PIC X(36).
      * AFTER AN ISSUE: WHAT THE CUSTOMER TYPES INTO THE APP.
           10  ICH-SERVICE-ID                 PIC X(8).
           10  ICH-ACTIVATION-USER-ID         PIC X(16).
      * ISSUE: BY WHEN TO CONFIRM. REVOKE: END OF THE COOL-DOWN.
      * RENEW: THE NEW EXPIRY. COOLDOWN: WHEN IT IS OVER. ASKED: BY
      * WHEN TO APPROVE. SKIP: END OF THE TIME FOR SKIPPING.
           10  ICH-UNTIL                      PIC 9(17).
      * HORD: THE NUMBER OF THE ORDER. ELSE ZEROS.
           10  ICH-ORDER-NUMBER               PIC 9(8).
           10  FILLER                         PIC X(27).
