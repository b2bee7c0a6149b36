      * ------------------------------------------------------------
      * ICHNXQ  NEXT REQUEST: DOES THIS NEED A CODE? BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE NEXT, KIND Q, REQUEST QUEUE.
      * A FACT THAT IS LEFT BLANK NEVER SPARES A CODE.
      * ------------------------------------------------------------
       05  ICH-NEXT-REQUEST.
           10  ICH-OPERATION                  PIC X(16).
           10  ICH-STAGE                      PIC X(8).
               88  ICH-AT-SUBMIT              VALUE 'SUBMIT'.
               88  ICH-AT-APPROVE             VALUE 'APPROVE'.
               88  ICH-AT-LOGIN               VALUE 'LOGIN'.
      * Y: ANOTHER USER WILL APPROVE.
           10  ICH-APPROVAL-IN-USE            PIC X(1).
               88  ICH-WILL-BE-APPROVED       VALUE 'Y'.
               88  ICH-WILL-NOT-BE-APPROVED   VALUE 'N'.
      * Y: REGISTERED WITH THE BANK ON PAPER, NOT A FAVOURITE.
           10  ICH-PAYEE-REGISTERED           PIC X(1).
               88  ICH-PAYEE-IS-REGISTERED    VALUE 'Y'.
               88  ICH-PAYEE-NOT-REGISTERED   VALUE 'N'.
      * Y: PAY-EASY TO A PRIVATE BILLER, N: TAX, NATIONAL FUNDS.
           10  ICH-PRIVATE-BILLER             PIC X(1).
               88  ICH-BILLER-IS-PRIVATE      VALUE 'Y'.
               88  ICH-BILLER-IS-PUBLIC       VALUE 'N'.
      * LAST PAYMENT TO THIS PAYEE BEFORE NOW; ZEROS: NONE.
           10  ICH-PAYEE-LAST-PAID            PIC 9(8).
           10  FILLER                         PIC X(93).
