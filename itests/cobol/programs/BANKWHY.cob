      * ------------------------------------------------------------
      * BANKWHY  SAYS WHAT TO DO AFTER A REPLY, BY ITS RESPONSE CODE.
      * WHAT IS NOT UNDERSTOOD IS NOT GOOD NEWS.
      * ------------------------------------------------------------
       IDENTIFICATION DIVISION.
       PROGRAM-ID. BANKWHY.
       DATA DIVISION.
       LINKAGE SECTION.
       01  BANK-DATA.
           COPY BANKDATA.
       01  ANY-REPLY.
           COPY ICHHDR.
       01  ADVICE                             PIC X(16).
       PROCEDURE DIVISION USING BANK-DATA ANY-REPLY ADVICE.
       MAIN-PART.
           EVALUATE TRUE
               WHEN NOT ICH-IS-ICHIDO OR NOT ICH-REPLY
                 OR NOT ICH-VERSION-1
                 OR ICH-RECORD-LENGTH NOT = BD-MESSAGE-LENGTH
                   MOVE 'NO REPLY' TO ADVICE
               WHEN ICH-DONE
                   MOVE 'READ THE BODY' TO ADVICE
               WHEN ICH-AWAITS-APPROVAL
                   MOVE 'SECOND OPERATOR' TO ADVICE
               WHEN ICH-REFUSED OR ICH-CODE-REFUSED
                   MOVE 'CODE REFUSED' TO ADVICE
               WHEN ICH-COOLDOWN
                   MOVE 'LATER' TO ADVICE
               WHEN ICH-FEE-UNSETTLED
                   MOVE 'WAIT FOR THE FEE' TO ADVICE
               WHEN ICH-FEE-UNPAID
                   MOVE 'CANCEL IT' TO ADVICE
               WHEN ICH-DUPLICATE-KEY-MISMATCH
                   MOVE 'TAKE A NEW ID' TO ADVICE
               WHEN ICH-RESPONSE-CODE < 2000
                   MOVE 'REFUSED' TO ADVICE
               WHEN ICH-RESPONSE-CODE < 3000
                   MOVE 'ASK AGAIN LATER' TO ADVICE
               WHEN ICH-RESPONSE-CODE < 8000
                   MOVE 'CALL THE CENTRE' TO ADVICE
               WHEN ICH-RESPONSE-CODE < 9000
                   MOVE 'MEND THE PROGRAM' TO ADVICE
               WHEN OTHER
                   MOVE 'CALL THE CENTRE' TO ADVICE
           END-EVALUATE
           DISPLAY 'SAY RESPONSE ' ICH-RESPONSE-CODE
           DISPLAY 'SAY REASON ' ICH-RESPONSE-REASON
           DISPLAY 'SAY ADVICE ' ADVICE
           GOBACK.
