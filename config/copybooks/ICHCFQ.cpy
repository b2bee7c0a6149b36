      * ------------------------------------------------------------
      * ICHCFQ  CONFIRM REQUEST: THE FIRST CODE. BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE CONF, KIND Q, REQUEST QUEUE.
      * ANSWERED BY ICHVFR.
      * ------------------------------------------------------------
       05  ICH-CONFIRM-REQUEST.
      * AS IN ICHVFQ.
           10  ICH-CODE                       PIC X(8).
           10  FILLER                         PIC X(120).
