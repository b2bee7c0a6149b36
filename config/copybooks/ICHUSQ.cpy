      * ------------------------------------------------------------
      * ICHUSQ  USER RECORDS OF CORE BANKING. BODY AFTER ICHHDR.
      * RECORD LENGTH 384, KIND Q, CORE QUEUE. ICH-USER SAYS WHO.
      * USRA ADDED: ROLE. USRR REMOVED. USRC ROLE CHANGED: ROLE.
      * ------------------------------------------------------------
       05  ICH-USER-REQUEST.
           10  ICH-ROLE                       PIC X(12).
               88  ICH-IS-MASTER              VALUE 'MASTER'.
               88  ICH-IS-SUB-ADMIN           VALUE 'SUB_ADMIN'.
               88  ICH-IS-GENERAL             VALUE 'GENERAL'.
           10  FILLER                         PIC X(116).
