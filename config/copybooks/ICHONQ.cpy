      * ------------------------------------------------------------
      * ICHONQ  WHAT BECAME OF AN ORDER. BODY AFTER ICHHDR.
      * RECORD LENGTH 384, KIND Q, OPERATOR QUEUE. HSHP SENT, HRTN THE
      * MAIL CAME BACK, HCNL TAKEN BACK, HFEE WHAT BECAME OF ITS FEE.
      * ------------------------------------------------------------
       05  ICH-ORDER-REQUEST.
      * THAT OF THE REPLY TO HORD.
           10  ICH-ASKED-ORDER-NUMBER         PIC 9(8).
      * HFEE ALONE: DID CORE BANKING BOOK IT?
           10  ICH-FEE-BOOKED                 PIC X(1).
               88  ICH-FEE-WAS-BOOKED         VALUE 'Y'.
               88  ICH-FEE-WAS-NOT-BOOKED     VALUE 'N'.
           10  FILLER                         PIC X(119).
