import type { SignatureRole } from './signing-events.js';
import type { CertificateStage } from './state.js';

/** The how-manieth time somebody is asked to sign the certificate of the number that stands, counted from 1. */
export function attemptOf({ signing }: CertificateStage, role: SignatureRole): number {
  return signing?.attempts[role] ?? 1;
}
