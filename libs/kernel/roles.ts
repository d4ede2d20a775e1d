/** In which capacity somebody acts (design §1). One person may have several roles. */
export type Role =
  | 'applicant'
  | 'oneStopClerk'
  | 'specialist'
  | 'headOfDivision'
  | 'director'
  | 'recordsClerk'
  | 'consultedAgency'
  | 'auditor'
  | 'administrator'
  | 'system';
