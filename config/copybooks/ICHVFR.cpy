      * ------------------------------------------------------------
      * ICHVFR  VERIFY AND CONFIRM REPLY, BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPES VRFY AND CONF, KIND R.
      * GIVE ACCESS FOR ACCEPTED ALONE, NEVER FOR ANYTHING ELSE.
      * ------------------------------------------------------------
       05  ICH-VERIFY-REPLY.
           10  ICH-VERDICT                    PIC X(16).
               88  ICH-VERDICT-ACCEPTED       VALUE 'ACCEPTED'.
               88  ICH-VERDICT-REFUSED        VALUE 'REFUSED'.
               88  ICH-VERDICT-NOT-PROCESSED  VALUE 'NOT_PROCESSED'.
           10  FILLER                         PIC X(112).
