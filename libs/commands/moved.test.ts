import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import { hanoi } from '../../test/support/beekeepers.js';
import { beekeeping } from '../../test/support/beekeeping.js';
import { numberAllocated, signatureRequested, standing } from '../../test/support/beekeeping-events.js';
import { dossierOf, type Happened } from '../../test/support/dossier-stories.js';
import { dossierNews } from './moved.js';

const news = (...events: readonly Happened[]) =>
  dossierNews(dossierOf(...events), beekeeping(), vietnamCalendar);

describe('what a workflow is told of its dossier', () => {
  it('is what is due first', () => {
    expect(news(standing.certificate)).toStrictEqual({
      version: standing.certificate.length,
      stage: 'certificate',
      wakeAt: hanoi('2026-03-11 11:15'),
      wakeFor: 'remindOfficer',
    });
  });

  it('is beside a paper that waits for a signature what is due meanwhile, so that its lateness is told', () => {
    expect(news(standing.certificate, numberAllocated(), signatureRequested())).toMatchObject({
      wakeAt: hanoi('2026-03-11 09:03'),
      wakeFor: 'issueCertificate',
      meanwhile: { wakeAt: hanoi('2026-03-11 11:15'), wakeFor: 'remindOfficer' },
    });
  });

  it('is of one that is closed that nothing is due', () => {
    expect(news(standing.closed)).toMatchObject({ wakeAt: null, wakeFor: null });
  });
});
