      * ------------------------------------------------------------
      * BANKEVNT  CORE BANKING READS WHAT HAPPENED. AN EVENT MAY COME
      * MORE THAN ONCE: ITS NUMBER TELLS WHETHER IT IS HERE ALREADY.
      * ------------------------------------------------------------
       IDENTIFICATION DIVISION.
       PROGRAM-ID. BANKEVNT.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  BANK-DATA.
           COPY BANKDATA.
       01  EVENT-RECORD.
           COPY ICHHDR.
           COPY ICHEVT.
       01  EVENTS-SEEN.
           05  SEEN-COUNT                     PIC 9(4) VALUE ZERO.
           05  SEEN-NUMBER                    PIC 9(15)
                                              OCCURS 1000 TIMES.
       01  AT-EVENT                           PIC 9(4).
       01  NEWS                               PIC X(3).
           88  IS-NEWS                        VALUE 'NEW'.
           88  IS-KNOWN                       VALUE 'OLD'.
       PROCEDURE DIVISION.
       MAIN-PART.
           INITIALIZE BANK-DATA
           PERFORM UNTIL BD-END
               CALL 'BANKCARD' USING BANK-DATA
               IF BD-GOT
                   PERFORM READ-THE-EVENT
               END-IF
           END-PERFORM
           GOBACK.
       READ-THE-EVENT.
           MOVE BD-MESSAGE(1:LENGTH OF EVENT-RECORD)
             TO EVENT-RECORD
           IF ICH-IS-ICHIDO AND ICH-EVENT AND ICH-EVENT-RECORD
              AND ICH-RECORD-LENGTH = BD-MESSAGE-LENGTH
               PERFORM LOOK-FOR-IT
               PERFORM ACT-ON-IT
           ELSE
               DISPLAY 'SAY EVENT NONE'
           END-IF
           DISPLAY 'END'.
       LOOK-FOR-IT.
           SET IS-NEWS TO TRUE
           PERFORM VARYING AT-EVENT FROM 1 BY 1
                     UNTIL AT-EVENT > SEEN-COUNT
               IF SEEN-NUMBER(AT-EVENT) = ICH-EVENT-NUMBER
                   SET IS-KNOWN TO TRUE
               END-IF
           END-PERFORM
           IF IS-NEWS
               ADD 1 TO SEEN-COUNT
               MOVE ICH-EVENT-NUMBER TO SEEN-NUMBER(SEEN-COUNT)
           END-IF.
       ACT-ON-IT.
           DISPLAY 'SAY EVENT ' NEWS ' ' ICH-EVENT-NUMBER
           EVALUATE TRUE
               WHEN IS-KNOWN
                   CONTINUE
               WHEN ICH-EVENT-LOCKED OR ICH-EVENT-SUSPENDED
                   DISPLAY 'SAY DO STOP ' ICH-USER
               WHEN ICH-EVENT-REVOKED OR ICH-EVENT-EXPIRED
                   DISPLAY 'SAY DO TOKEN IS GONE ' ICH-EVENT-DETAIL
               WHEN ICH-EVENT-CONFIRMED OR ICH-EVENT-REGISTERED
                   DISPLAY 'SAY DO TOKEN IS THERE ' ICH-TOKEN-ID
               WHEN ICH-EVENT-MAIL-FAILED
                   DISPLAY 'SAY DO CALL THE CUSTOMER ' ICH-CONTRACT
               WHEN OTHER
                   DISPLAY 'SAY DO KEEP ' ICH-EVENT-TYPE
           END-EVALUATE.
