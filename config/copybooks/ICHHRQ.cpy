      * ------------------------------------------------------------
      * ICHHRQ  A USER REGISTERS A HARD TOKEN. BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE HREG, KIND Q, REQUEST QUEUE.
      * ICH-USER OF THE HEADER GETS IT, OR SHARES IT.
      * ------------------------------------------------------------
       05  ICH-REGISTER-REQUEST.
      * WHAT IS PRINTED ON THE DEVICE.
           10  ICH-SERIAL                     PIC X(20).
      * WHAT IT SHOWS, AS IN ICHVFQ. IT IS CONSUMED.
           10  ICH-DEVICE-CODE                PIC X(8).
           10  FILLER                         PIC X(100).
