      * ------------------------------------------------------------
      * ICHECQ  ECHO REQUEST: ARE YOU THERE? BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE ECHO, KIND Q, ANY QUEUE.
      * ------------------------------------------------------------
       05  ICH-ECHO-REQUEST.
           10  ICH-ECHO-TEXT                  PIC X(64).
           10  FILLER                         PIC X(64).
