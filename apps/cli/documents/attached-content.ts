import type { CertificateFacts } from '#libs/documents/certificate.js';
import type { JsonObject } from '#libs/kernel/json.js';
import type { Verification } from '#libs/signatures/verify-document.js';

/** What a certificate carries for programs: the facts, and the template they were printed with. */
export interface Content {
  readonly template: { readonly id: string; readonly version: string; readonly hash: string };
  readonly facts: CertificateFacts;
}

/** Undefined where a file carries something else, or nothing. */
export function contentOf([attached]: Verification['attachments']): Content | undefined {
  try {
    const content = JSON.parse(new TextDecoder().decode(attached?.bytes)) as JsonObject;
    return 'template' in content && 'facts' in content ? (content as unknown as Content) : undefined;
  } catch {
    return undefined;
  }
}
