      * ------------------------------------------------------------
      * ICHVFQ  VERIFY REQUEST: IS THIS CODE RIGHT? BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE VRFY, KIND Q, REQUEST QUEUE.
      * ------------------------------------------------------------
       05  ICH-VERIFY-REQUEST.
      * 6 TO 8 HALF-WIDTH DIGITS, LEFT-JUSTIFIED, THEN SPACES. NEVER
      * KEEP IT IN A LOG OR A FILE.
           10  ICH-CODE                       PIC X(8).
      * WHAT IT IS PRESENTED FOR, AS THE OPERATION TABLE NAMES IT.
           10  ICH-OPERATION                  PIC X(16).
           10  ICH-STAGE                      PIC X(8).
               88  ICH-AT-SUBMIT              VALUE 'SUBMIT'.
               88  ICH-AT-APPROVE             VALUE 'APPROVE'.
               88  ICH-AT-LOGIN               VALUE 'LOGIN'.
           10  FILLER                         PIC X(96).
