      * ------------------------------------------------------------
      * ICHULQ  UNLOCK REQUEST, BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE UNLK, KIND Q, OPERATOR QUEUE.
      * ALL IT NEEDS STANDS IN THE HEADER: ICH-OPERATOR IS REQUIRED.
      * ------------------------------------------------------------
       05  ICH-UNLOCK-REQUEST.
           10  FILLER                         PIC X(128).
