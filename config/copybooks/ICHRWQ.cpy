      * ------------------------------------------------------------
      * ICHRWQ  RENEW REQUEST, BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE RENW, KIND Q, APP QUEUE.
      * ------------------------------------------------------------
       05  ICH-RENEW-REQUEST.
           10  ICH-SERVICE-ID                 PIC X(8).
           10  ICH-ACTIVATION-USER-ID         PIC X(16).
      * THE CURRENT CODE, AS IN ICHVFQ. IT IS CONSUMED.
           10  ICH-CODE                       PIC X(8).
           10  FILLER                         PIC X(96).
