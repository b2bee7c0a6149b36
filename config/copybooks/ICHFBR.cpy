      * ------------------------------------------------------------
      * ICHFBR  BOOKS OF A DAY, REPLY. BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE FEEB, KIND R, CORE BANKING.
      * WHAT ICHIDO KNOWS TO BE BOOKED UNDER ICH-BUSINESS-DATE.
      * ------------------------------------------------------------
       05  ICH-BOOKS-REPLY.
           10  ICH-OUR-DEBITS                 PIC 9(9).
           10  ICH-OUR-DEBIT-YEN              PIC 9(12).
           10  ICH-OUR-REFUNDS                PIC 9(9).
           10  ICH-OUR-REFUND-YEN             PIC 9(12).
      * Y: THE SAME, AND NOTHING IS OPEN OR CONTRADICTS.
           10  ICH-BOOKS-EQUAL                PIC X(1).
               88  ICH-BOOKS-ARE-EQUAL        VALUE 'Y'.
               88  ICH-BOOKS-DIFFER           VALUE 'N'.
      * OF SINGLE ORDERS; ZERO IF THE SUMS ALONE ARE NOT THE SAME.
           10  ICH-BOOKS-DIFFERENCES          PIC 9(5).
           10  FILLER                         PIC X(80).
