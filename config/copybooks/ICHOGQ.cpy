      * ------------------------------------------------------------
      * ICHOGQ  MEANS AN EARLIER REQUEST OF YOURS. AFTER ICHHDR.
      * RECORD LENGTH 384, KIND Q. TYPE CNCL: REQUEST QUEUE; INQY: ANY.
      * ITS ID HERE, OR ITS BUSINESS DATE AND SERIAL NUMBER IN THE
      * HEADER.
      * ------------------------------------------------------------
       05  ICH-ORIGINAL-REQUEST.
           10  ICH-ORIG-REQUEST-ID            PIC X(32).
           10  FILLER                         PIC X(96).
