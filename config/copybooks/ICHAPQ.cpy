      * ------------------------------------------------------------
      * ICHAPQ  APPROVE REQUEST: THE SECOND PAIR OF EYES. AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE APRV, KIND Q, OPERATOR QUEUE.
      * ICH-OPERATOR APPROVES; NEVER WHO ASKED.
      * ------------------------------------------------------------
       05  ICH-APPROVE-REQUEST.
      * THE REQUEST ID OF WHO ASKED.
           10  ICH-ASKED-REQUEST-ID           PIC X(32).
           10  FILLER                         PIC X(96).
