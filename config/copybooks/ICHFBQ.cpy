      * ------------------------------------------------------------
      * ICHFBQ  BOOKS OF A DAY, REQUEST. BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE FEEB, KIND Q, CORE QUEUE.
      * WHAT CORE BANKING BOOKED OF WHICH ICH-VALUE-DATE WAS THE
      * ICH-BUSINESS-DATE OF THIS HEADER.
      * ------------------------------------------------------------
       05  ICH-BOOKS-REQUEST.
           10  ICH-THEIR-DEBITS               PIC 9(9).
           10  ICH-THEIR-DEBIT-YEN            PIC 9(12).
           10  ICH-THEIR-REFUNDS              PIC 9(9).
           10  ICH-THEIR-REFUND-YEN           PIC 9(12).
           10  FILLER                         PIC X(86).
