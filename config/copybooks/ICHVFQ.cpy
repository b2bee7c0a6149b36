      * ------------------------------------------------------------
      * ICHVFQ  VERIFY REQUEST: IS THIS CODE RIGHT? BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE VRFY, KIND Q, REQUEST QUEUE.
      * ------------------------------------------------------------
       05  ICH-VERIFY-REQUEST.
      * 6 TO 8 HALF-WIDTH DIGITS, LEFT-JUSTIFIED, THEN SPACES. NEVER
      * KEEP IT IN A LOG OR A FILE.
           10  ICH-CODE                       PIC X(8).
           10  FILLER                         PIC X(120).
