import type { CertificateFacts } from '#libs/documents/certificate.js';
import type { Verification } from '#libs/signatures/verify-document.js';

/** What a certificate or decision carries for programs: the facts, and the template they were printed with. */
export interface Content {
  readonly template: { readonly id: string; readonly version: string; readonly hash: string };
  /** Those of a decision where the template is one; only what both may have is asked of them. */
  readonly facts: CertificateFacts;
}

/** Undefined where a file carries something else, or nothing. */
export function contentOf([attached]: Verification['attachments']): Content | undefined {
  try {
    const content = JSON.parse(new TextDecoder().decode(attached?.bytes)) as Content;
    const { template, facts } = content;
    // Whoever wrote the file may have written anything: what is asked of it later must be texts.
    const texts = [template.id, template.version, template.hash, facts.dossierCode ?? '', facts.claim ?? ''];
    return texts.every((text: unknown) => typeof text === 'string') ? content : undefined;
  } catch {
    return undefined;
  }
}
