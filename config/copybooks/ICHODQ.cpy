      * ------------------------------------------------------------
      * ICHODQ  A BRANCH ORDERS A HARD TOKEN. BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE HORD, KIND Q, OPERATOR QUEUE.
      * OPERATOR, REASON AND PAPER NUMBER IN THE HEADER.
      * ------------------------------------------------------------
       05  ICH-PLACE-ORDER-REQUEST.
           10  ICH-ORDER-KIND                 PIC X(16).
               88  ICH-ORDER-IS-FIRST         VALUE 'FIRST'.
               88  ICH-ORDER-IS-ADD           VALUE 'ADD'.
               88  ICH-ORDER-IS-EXCHANGE      VALUE 'EXCHANGE'.
               88  ICH-ORDER-IS-FOR-LOST      VALUE 'REISSUE_LOST'.
               88  ICH-ORDER-IS-FOR-STOLEN    VALUE 'REISSUE_STOLEN'.
      * THE DEVICE IN STOCK THAT THE CUSTOMER GETS.
           10  ICH-ORDER-SERIAL               PIC X(20).
      * IN THE PLACE OF WHICH ONE. SPACES AT FIRST AND ADD.
           10  ICH-REPLACED-SERIAL            PIC X(20).
           10  FILLER                         PIC X(72).
