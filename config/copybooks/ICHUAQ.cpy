      * ------------------------------------------------------------
      * ICHUAQ  A USER ACTS ON A TOKEN. BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE RVKU OR UNLU, KIND Q, REQUEST QUEUE.
      * ICH-USER OF THE HEADER ACTS.
      * ------------------------------------------------------------
       05  ICH-USER-ACT-REQUEST.
      * WHOSE TOKEN, UNDER THE SAME CONTRACT.
           10  ICH-TARGET-USER                PIC X(20).
      * THE CURRENT CODE OF WHO ACTS, AS IN ICHVFQ. IT IS CONSUMED.
           10  ICH-CODE                       PIC X(8).
           10  FILLER                         PIC X(100).
