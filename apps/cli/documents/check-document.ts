import { createHash } from 'node:crypto';
import { renderCertificate } from '#libs/documents/certificate.js';
import { redrawnDecision } from '#libs/documents/decisions.js';
import type { RenderedPaper } from '#libs/documents/rendered-paper.js';
import { type Finding, type Verification, verifyDocument } from '#libs/signatures/verify-document.js';
import { type Content, contentOf } from './attached-content.js';
import type { DocumentLog, KnownAs } from './logged-paper.js';

/** Whether the page shows what the attached facts say: drawn again from them, it has the same bytes. Letters carry none. */
type Printed = 'as attached' | 'other than attached' | 'template not known here' | 'nothing attached';
type Logged = 'as recorded' | 'as given out' | 'other than recorded' | 'not asked';

const SAID: Readonly<Record<KnownAs, Logged>> = {
  issued: 'as recorded',
  givenOut: 'as given out',
  unknown: 'other than recorded',
};

interface DocumentFinding extends Omit<Finding, 'code'> {
  readonly code: Finding['code'] | 'factsMissing' | 'printedOtherwise' | 'notInLog';
}

export interface CheckedDocument extends Omit<Verification, 'findings' | 'attachments'> {
  readonly findings: readonly DocumentFinding[];
  readonly printed: Printed;
  readonly log: Logged;
}

const SIGNED_BY = ['person', 'organisation'];

/** Everything that can be asked of a paper: its signatures, its facts, and what the log says of it. */
export async function checkDocument(
  bytes: Uint8Array,
  { roots, logged }: { readonly roots: readonly Uint8Array[]; readonly logged: DocumentLog },
): Promise<CheckedDocument> {
  const { attachments, ...verified } = verifyDocument(bytes, { roots, expected: SIGNED_BY });
  const isBare = attachments.length === 0;
  const content = contentOf(attachments);
  const printed = isBare ? 'nothing attached' : await printedFrom(content, bytes);
  const known = await logged(verified.digest);
  const log = known ? SAID[known] : 'not asked';
  const findings: readonly DocumentFinding[] = [
    // Slips and records carry no electronic signature: they are what the office keeps, or nothing is known of them.
    ...verified.findings.filter(({ code }) => !(known === 'givenOut' && code === 'notSigned')),
    ...(content || isBare || verified.signatures.length === 0 ? [] : [{ code: 'factsMissing' as const }]),
    ...(printed === 'other than attached' ? [{ code: 'printedOtherwise' as const }] : []),
    ...(log === 'other than recorded' ? [{ code: 'notInLog' as const }] : []),
  ];
  return { ...verified, valid: findings.length === 0, findings, printed, log };
}

async function printedFrom(content: Content | undefined, bytes: Uint8Array): Promise<Printed> {
  const paper = content && (await redrawn(content).catch(() => undefined));
  if (!paper || paper.template.hash !== content.template.hash) return 'template not known here';
  const first = bytes.subarray(0, paper.bytes.length);
  return sha256(first) === paper.sha256 ? 'as attached' : 'other than attached';
}

async function redrawn({ facts, template }: Content): Promise<RenderedPaper> {
  return (await redrawnDecision(template.id, facts)) ?? renderCertificate(facts);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
