      * ------------------------------------------------------------
      * ICHHSQ  UNLOCK OF A HARD TOKEN. BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE HULK, KIND Q, OPERATOR QUEUE.
      * FOR ALL WHO USE IT, AND BEFORE ANYBODY HAS REGISTERED IT.
      * ------------------------------------------------------------
       05  ICH-UNLOCK-DEVICE-REQUEST.
           10  ICH-LOCKED-SERIAL              PIC X(20).
           10  FILLER                         PIC X(108).
