import type { RefusedSignature, SignatureRole } from '#libs/issuing/signature.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';

export const signerNames: Readonly<Record<SignatureRole, Bilingual>> = {
  person: { vi: 'người có thẩm quyền', en: 'the person who decided' },
  organisation: { vi: 'cơ quan (con dấu)', en: 'the organisation (its seal)' },
};

const verdicts = {
  rejected: { vi: 'từ chối ký', en: 'did not sign the' },
  expired: { vi: 'để quá thời hạn ký', en: 'let the time pass to sign the' },
} as const;

const PAPER: Bilingual = { vi: 'văn bản', en: 'paper' };

export function refusedSignature({
  role,
  reason,
  explanation,
}: Pick<RefusedSignature, 'role' | 'reason' | 'explanation'>): Bilingual {
  const why = explanation === '' ? '.' : `: ${explanation}`;
  const sentence = (language: 'vi' | 'en') =>
    `${signerNames[role][language]} ${verdicts[reason][language]} ${PAPER[language]}${why}`;
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return { vi: capital(sentence('vi')), en: capital(sentence('en')) };
}
