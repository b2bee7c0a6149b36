      * ------------------------------------------------------------
      * ICHSNQ  RESEND REQUEST: EVENTS AGAIN. BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE RSND, KIND Q, CORE QUEUE.
      * ------------------------------------------------------------
       05  ICH-RESEND-REQUEST.
           10  ICH-FROM-EVENT                 PIC 9(15).
      * INCLUSIVE; AT MOST 1,000 NUMBERS A REQUEST.
           10  ICH-TO-EVENT                   PIC 9(15).
           10  FILLER                         PIC X(98).
