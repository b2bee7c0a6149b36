      * ------------------------------------------------------------
      * ICHOPQ  THE HEADER SAYS IT ALL. BODY AFTER ICHHDR.
      * RECORD LENGTH 384, KIND Q. REQUEST QUEUE: TYPE SKIP POSTPONES A
      * REGISTRATION. OPERATOR QUEUE: TYPES UNLK, RVKO,
      * SUSP, RESM, RLSE; ICH-OPERATOR IS REQUIRED. CORE QUEUE: BOPN,
      * BCLS OPEN AND CLOSE THE BUSINESS OF ICH-BUSINESS-DATE.
      * ------------------------------------------------------------
       05  ICH-PLAIN-REQUEST.
           10  FILLER                         PIC X(128).
