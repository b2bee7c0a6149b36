      * ------------------------------------------------------------
      * ICHULR  UNLOCK REPLY, BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE UNLK, KIND R.
      * ------------------------------------------------------------
       05  ICH-UNLOCK-REPLY.
           10  ICH-OUTCOME                    PIC X(16).
               88  ICH-WAS-UNLOCKED           VALUE 'UNLOCKED'.
               88  ICH-WAS-NOT-LOCKED         VALUE 'NOT_LOCKED'.
               88  ICH-HAS-NO-TOKEN           VALUE 'NOT_FOUND'.
               88  ICH-MAY-NOT-UNLOCK         VALUE 'FORBIDDEN'.
               88  ICH-ACT-NOT-PROCESSED      VALUE 'NOT_PROCESSED'.
           10  FILLER                         PIC X(112).
