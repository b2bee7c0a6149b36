      * ------------------------------------------------------------
      * ICHRSQ  RESYNCHRONISE REQUEST, BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE RSYN, KIND Q, OPERATOR QUEUE.
      * TWO CODES, ONE RIGHT AFTER THE OTHER, AS IN ICHVFQ.
      * ------------------------------------------------------------
       05  ICH-RESYNCHRONISE-REQUEST.
           10  ICH-FIRST-CODE                 PIC X(8).
           10  ICH-SECOND-CODE                PIC X(8).
           10  FILLER                         PIC X(112).
