      * ------------------------------------------------------------
      * BANKHEAD  FILLS THE HEADER OF A REQUEST. THE CALLER MOVED
      * SPACES TO THE WHOLE RECORD BEFORE, AND SETS TYPE AND LENGTH.
      * ------------------------------------------------------------
       IDENTIFICATION DIVISION.
       PROGRAM-ID. BANKHEAD.
       DATA DIVISION.
       LINKAGE SECTION.
       01  BANK-DATA.
           COPY BANKDATA.
       01  ANY-REQUEST.
           COPY ICHHDR.
       PROCEDURE DIVISION USING BANK-DATA ANY-REQUEST.
       MAIN-PART.
           SET ICH-IS-ICHIDO TO TRUE
           SET ICH-VERSION-1 TO TRUE
           SET ICH-REQUEST TO TRUE
           IF BD-ENVIRONMENT = 'T'
               SET ICH-TRAINING TO TRUE
           ELSE
               SET ICH-PRODUCTION TO TRUE
           END-IF
           IF BD-RESEND = 'Y'
               SET ICH-SENT-AGAIN TO TRUE
           ELSE
               SET ICH-FIRST-SEND TO TRUE
           END-IF
           MOVE BD-SOURCE      TO ICH-SOURCE
           MOVE 'ICHIDO'       TO ICH-DESTINATION
           MOVE BD-BANK        TO ICH-BANK
           MOVE BD-BRANCH      TO ICH-BRANCH
           MOVE BD-CHANNEL     TO ICH-CHANNEL
           MOVE BD-TERMINAL    TO ICH-TERMINAL
           MOVE BD-OPERATOR    TO ICH-OPERATOR
           MOVE BD-APPROVER    TO ICH-APPROVER
           MOVE BD-REASON      TO ICH-ACT-REASON
           MOVE BD-PAPER       TO ICH-PAPER-NUMBER
           MOVE BD-CONTRACT    TO ICH-CONTRACT
           MOVE BD-CIF         TO ICH-CIF
           MOVE BD-USER        TO ICH-USER
           MOVE BD-DAY         TO ICH-BUSINESS-DATE
           MOVE BD-NOW         TO ICH-SENT-AT
           MOVE BD-NUMBER      TO ICH-SERIAL-NUMBER
           MOVE BD-ORIG-DAY    TO ICH-ORIG-BUSINESS-DATE
           MOVE BD-ORIG-NUMBER TO ICH-ORIG-SERIAL-NUMBER
           MOVE BD-REQUEST-ID  TO ICH-REQUEST-ID
           MOVE ZEROS          TO ICH-RESPONSE-CODE
           GOBACK.
