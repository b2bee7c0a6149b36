      * ------------------------------------------------------------
      * ICHVFR  VERIFY REPLY, BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE VRFY, KIND R.
      * GIVE ACCESS FOR ACCEPTED ALONE, NEVER FOR ANYTHING ELSE.
      * ------------------------------------------------------------
       05  ICH-VERIFY-REPLY.
           10  ICH-VERDICT                    PIC X(16).
               88  ICH-CODE-ACCEPTED          VALUE 'ACCEPTED'.
               88  ICH-CODE-REFUSED           VALUE 'REFUSED'.
               88  ICH-CODE-NOT-PROCESSED     VALUE 'NOT_PROCESSED'.
           10  FILLER                         PIC X(112).
