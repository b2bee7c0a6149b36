      * ------------------------------------------------------------
      * ICHDBQ  WHAT WE ASK ABOUT A FEE. BODY AFTER ICHHDR.
      * RECORD LENGTH 512, KIND Q, QUEUE.DEBIT OF THE BANK. TYPES: DBIT
      * DEBIT IT, RFND PAY IT BACK, DINQ WHAT BECAME OF THAT.
      * ONE ORDER NUMBER IS ONE DEBIT AND AT MOST ONE REFUND, HOWEVER
      * OFTEN IT COMES: ANSWER A REPEATED ONE FROM MEMORY.
      * ------------------------------------------------------------
       05  ICH-FEE-REQUEST.
      * AT DINQ AS WELL: WHAT IS ASKED ABOUT.
           10  ICH-FEE-SUBJECT                PIC X(6).
               88  ICH-FEE-IS-DEBIT           VALUE 'DEBIT'.
               88  ICH-FEE-IS-REFUND          VALUE 'REFUND'.
           10  ICH-FEE-ORDER-NUMBER           PIC 9(8).
      * WHICH ACCOUNT TO DEBIT, OR TO CREDIT.
           10  ICH-FEE-ACCOUNT-BRANCH         PIC 9(3).
           10  ICH-FEE-ACCOUNT-TYPE           PIC X(1).
           10  ICH-FEE-ACCOUNT-NUMBER         PIC 9(7).
      * HALF-WIDTH KANA.
           10  ICH-FEE-ACCOUNT-NAME           PIC X(30).
      * TAX INCLUDED, AND HOW MUCH OF IT IS TAX.
           10  ICH-FEE-YEN                    PIC 9(9).
           10  ICH-FEE-TAX                    PIC 9(9).
           10  ICH-FEE-CODE                   PIC X(8).
      * THE BUSINESS DATE OF THE FIRST REQUEST.
           10  ICH-VALUE-DATE                 PIC 9(8).
      * ZEROS AT DBIT AND RFND, ELSE WHICH INQUIRY, FROM 1.
           10  ICH-INQUIRY                    PIC 9(2).
           10  FILLER                         PIC X(165).
