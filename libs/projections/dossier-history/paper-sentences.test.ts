import { expect, it } from '@jest/globals';
import { digest, hanoi, recordsClerk } from '../../../test/support/beekeepers.js';
import type { LetterEvents } from '#libs/dossier/letter-events.js';
import type { LocalDate } from '#libs/kernel/time.js';
import { paperSentences } from './paper-sentences.js';

const answered: LetterEvents['ForwardingAnswered'] = {
  answer: 'granted',
  number: '7/GP-BNO',
  decidedOn: '2026-03-30' as LocalDate,
  from: 'Bộ Nông nghiệp',
  recordedBy: recordsClerk,
  recordedAt: hanoi('2026-04-02 09:00'),
};
const paper = { digest: digest('a'), mediaType: 'application/pdf', bytes: 10 };

it('an answer of before a paper could come with it is told as it was', () => {
  expect(paperSentences.ForwardingAnswered(answered)).toStrictEqual({
    vi: 'Bộ Nông nghiệp đã cấp giấy phép số 7/GP-BNO ngày 30/03/2026.',
    en: 'Bộ Nông nghiệp granted the licence no. 7/GP-BNO on 30/03/2026.',
  });
});

it('and with a paper, says so', () => {
  expect(paperSentences.ForwardingAnswered({ ...answered, paper })).toStrictEqual({
    vi: 'Bộ Nông nghiệp đã cấp giấy phép số 7/GP-BNO ngày 30/03/2026, kèm bản chụp văn bản.',
    en: 'Bộ Nông nghiệp granted the licence no. 7/GP-BNO on 30/03/2026, its paper attached.',
  });
});
