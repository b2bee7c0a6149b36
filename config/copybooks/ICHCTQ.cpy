      * ------------------------------------------------------------
      * ICHCTQ  CONTRACT RECORDS OF CORE BANKING. BODY AFTER ICHHDR.
      * RECORD LENGTH 512, KIND Q, CORE QUEUE. ICH-CONTRACT SAYS WHICH.
      * CTRO OPENED: BRANCH, DAY, METHOD, ACCOUNT IF THERE IS ONE.
      * CTRC CLOSED: DAY. CTRM METHOD: METHOD, DAY IT TAKES EFFECT.
      * CTRB MOVED: BRANCH. CTRA ACCOUNT. ALL ELSE IS LEFT BLANK.
      * ------------------------------------------------------------
       05  ICH-CONTRACT-REQUEST.
      * WHO KEEPS THE CONTRACT (THE HEADER SAYS WHO SENDS).
           10  ICH-CONTRACT-BRANCH            PIC X(3).
      * OPENED, CLOSED, OR EFFECTIVE ON.
           10  ICH-CONTRACT-DAY               PIC 9(8).
      * SPACES AT CTRO: WHAT THE PROFILE GIVES NEW CONTRACTS.
           10  ICH-CONTRACT-METHOD            PIC X(8).
               88  ICH-METHOD-NONE            VALUE 'NONE'.
               88  ICH-METHOD-SOFT            VALUE 'SOFT'.
               88  ICH-METHOD-HARD            VALUE 'HARD'.
               88  ICH-METHOD-TXN-AUTH        VALUE 'TXN_AUTH'.
      * THE REPRESENTATIVE ACCOUNT.
           10  ICH-ACCOUNT-BRANCH             PIC X(3).
           10  ICH-ACCOUNT-TYPE               PIC X(1).
               88  ICH-ORDINARY-ACCOUNT       VALUE '1'.
               88  ICH-CURRENT-ACCOUNT        VALUE '2'.
               88  ICH-SAVINGS-ACCOUNT        VALUE '4'.
           10  ICH-ACCOUNT-NUMBER             PIC X(7).
      * HALF-WIDTH KANA.
           10  ICH-ACCOUNT-NAME               PIC X(30).
           10  FILLER                         PIC X(196).
