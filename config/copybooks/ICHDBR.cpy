      * ------------------------------------------------------------
      * ICHDBR  WHAT CORE BANKING ANSWERS ABOUT A FEE. AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE OF THE REQUEST (DBIT, RFND, DINQ), KIND
      * R, QUEUE.DEBIT-REPLY OF THE BANK. IT IS NOT ANSWERED.
      * ------------------------------------------------------------
       05  ICH-FEE-REPLY.
      * THESE TWO AS IN THE REQUEST.
           10  ICH-FEE-REPLY-SUBJECT          PIC X(6).
               88  ICH-REPLY-TO-DEBIT         VALUE 'DEBIT'.
               88  ICH-REPLY-TO-REFUND        VALUE 'REFUND'.
           10  ICH-FEE-REPLY-ORDER            PIC 9(8).
      * NEVER_SEEN ANSWERS DINQ ALONE.
           10  ICH-FEE-RESULT                 PIC X(12).
               88  ICH-FEE-IS-BOOKED          VALUE 'BOOKED'.
               88  ICH-FEE-LACKS-FUNDS        VALUE 'FUNDS'.
               88  ICH-FEE-LACKS-ACCOUNT      VALUE 'ACCOUNT'.
               88  ICH-FEE-NOT-BOOKED         VALUE 'OTHER'.
               88  ICH-FEE-NEVER-SEEN         VALUE 'NEVER_SEEN'.
      * BOOKED: YOUR NUMBER OF THE BOOKING, ELSE SPACES.
           10  ICH-BOOKING-NUMBER             PIC X(16).
      * AS IN THE REQUEST.
           10  ICH-FEE-REPLY-YEN              PIC 9(9).
           10  FILLER                         PIC X(77).
