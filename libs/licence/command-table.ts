import type { LicenceCommandType } from './commands.js';
import type { Licence, LicenceStage, LicenceState } from './licence.js';
import { type LicenceRefusal, refuseLicence } from './refusals.js';

export type LicencePlace = LicenceStage | 'none';
type Cell =
  | 'allowed'
  | 'LicenceNotOpened'
  | 'LicenceAlreadyOpened'
  | 'LicenceSuspended'
  | 'LicenceNotSuspended'
  | 'LicenceRevoked'
  | 'LicenceExpired'
  | 'LicenceReturned'
  | 'LicenceReplaced';
type Row = Readonly<Record<LicencePlace, Cell>>;

const ended = {
  none: 'LicenceNotOpened',
  revoked: 'LicenceRevoked',
  expired: 'LicenceExpired',
  returned: 'LicenceReturned',
  replaced: 'LicenceReplaced',
} as const;
const opened = 'LicenceAlreadyOpened';
/** Nobody escapes a duty, or the end of the term, by being suspended. */
const whileItLives: Row = { ...ended, inForce: 'allowed', suspended: 'allowed' };
const onlyInForce: Row = { ...ended, inForce: 'allowed', suspended: 'LicenceSuspended' };
const onlySuspended: Row = { ...ended, inForce: 'LicenceNotSuspended', suspended: 'allowed' };
/** What was decided is put into writing, also when the licence has ended by it. */
const onceOpened: Row = {
  none: 'LicenceNotOpened',
  inForce: 'allowed',
  suspended: 'allowed',
  revoked: 'allowed',
  expired: 'allowed',
  returned: 'allowed',
  replaced: 'allowed',
};
const onlyBefore: Row = {
  none: 'allowed',
  inForce: opened,
  suspended: opened,
  revoked: opened,
  expired: opened,
  returned: opened,
  replaced: opened,
};

/** In which states of a licence a command is asked at all; elsewhere, why not. What else it needs is its decision's matter. */
const licenceTable = {
  openLicence: onlyBefore,
  remindObligation: whileItLives,
  missObligation: whileItLives,
  remindRenewal: whileItLives,
  endSuspension: onlySuspended,
  expireLicence: whileItLives,
  demandReport: whileItLives,
  orderRemedy: whileItLives,
  noteSourceConsent: onlyInForce,
  submitReport: whileItLives,
  returnReport: whileItLives,
  acceptReport: whileItLives,
  excuseObligation: whileItLives,
  claimInspection: whileItLives,
  releaseInspection: whileItLives,
  closeInspection: whileItLives,
  suspendLicence: onlyInForce,
  liftSuspension: onlySuspended,
  revokeLicence: whileItLives,
  returnLicence: whileItLives,
  replaceLicence: onlyInForce,
  amendLicence: onlyInForce,
  extendLicence: onlyInForce,
  reissueLicence: whileItLives,
  noteHolderChange: whileItLives,
  remindInWriting: whileItLives,
  approveDocument: onceOpened,
  allocateDocumentNumber: onceOpened,
  voidDocumentNumber: onceOpened,
  noteDocumentSignatureRequested: onceOpened,
  noteDocumentSignatureAnswered: onceOpened,
  noteDocumentSignatureRefused: onceOpened,
  noteDocumentHindered: onceOpened,
  requestDocumentSignatureAgain: onceOpened,
  issueDocument: onceOpened,
  remindWork: onceOpened,
  escalateWork: onceOpened,
} as const satisfies Readonly<Record<LicenceCommandType, Row>>;

/** Why a command is not asked of a licence that stands as it does; undefined where it is. */
export function objectionByStage(type: LicenceCommandType, state: LicenceState): LicenceRefusal | undefined {
  const rows: Readonly<Record<LicenceCommandType, Row>> = licenceTable;
  const cell = rows[type][state?.stage ?? 'none'];
  if (cell === 'allowed') return undefined;
  return state ? explained(cell, state) : refuseLicence('LicenceNotOpened', {});
}

function explained(cell: Exclude<Cell, 'allowed'>, licence: Licence): LicenceRefusal {
  switch (cell) {
    case 'LicenceNotOpened':
    case 'LicenceNotSuspended':
      return refuseLicence(cell, {});
    case 'LicenceAlreadyOpened':
      return refuseLicence(cell, { text: licence.text });
    case 'LicenceSuspended':
      return refuseLicence(cell, {
        until: licence.stage === 'suspended' ? licence.suspension.until : licence.expiresOn,
      });
    case 'LicenceRevoked':
    case 'LicenceExpired':
    case 'LicenceReturned':
    case 'LicenceReplaced':
      return refuseLicence(cell, { endedOn: 'endedOn' in licence ? licence.endedOn : licence.expiresOn });
  }
}
