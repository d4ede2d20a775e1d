import { describe, expect, it } from '@jest/globals';
import { day } from '../../../test/support/beekeepers.js';
import { beekeeping } from '../../../test/support/beekeeping.js';
import { submitDossier } from '../../../test/support/beekeeping-commands.js';
import { paper, submitted } from '../../../test/support/beekeeping-events.js';
import { dossierOf, given } from '../../../test/support/dossier-stories.js';

describe('filing a dossier', () => {
  it('records what was handed in, under which rules, and until when the desk answers', () => {
    given().when(submitDossier()).thenHappens(submitted());
  });

  it('is the first thing that happens to a dossier, and the only time', () => {
    const details = { stage: 'receipt', command: 'submitDossier' } as const;
    given(submitted()).when(submitDossier()).thenRefused('AlreadyFiled', details);
  });

  it('makes a dossier of it that knows what was filed', () => {
    const { papers, form } = submitted().data;
    expect(dossierOf(submitted())).toMatchObject({ stage: 'receipt', version: 1, papers, form });
  });
});

describe('a version of a procedure', () => {
  const oneDay = { validFrom: day('2026-03-02'), validTo: day('2026-03-02') };

  it.each(['2026-03-02 00:00', '2026-03-02 23:59'])('is in force on its first and last day, at %s', (at) => {
    given()
      .when(submitDossier({ papers: [] }), { procedure: beekeeping(oneDay), at })
      .thenRefused('PapersMissing', { missing: [['application'], ['registration', 'charter']] });
  });

  it.each([
    ['the day before', '2026-03-01 23:59', '2026-03-01'],
    ['the day after', '2026-03-03 00:00', '2026-03-03'],
  ])('is not in force %s', (_, at, on) => {
    given()
      .when(submitDossier(), { procedure: beekeeping(oneDay), at })
      .thenRefused('NotInForceOnDay', {
        procedure: 'beekeeping-licence',
        version: '2020-01-01',
        on: day(on),
      });
  });

  it('with figures that nobody has read in the law decides in a demonstration only', () => {
    const note = { vi: 'chưa đọc', en: 'not read' };
    const procedure = beekeeping({ provisional: [{ path: 'decisionLimit', note }] });
    given()
      .when(submitDossier(), { procedure })
      .thenRefused('ProcedureProvisional', { procedure: 'beekeeping-licence', version: '2020-01-01' });
    given().when(submitDossier(), { procedure, demonstration: true }).thenHappens(submitted());
  });

  it('says who may file, and how', () => {
    const procedure = beekeeping({ channels: ['counter'], applicantKinds: ['association'] });
    given().when(submitDossier(), { procedure }).thenRefused('ChannelNotOffered', { channel: 'online' });
    given()
      .when(submitDossier({ channel: 'counter' }), { procedure })
      .thenRefused('ApplicantKindNotServed', { applicantKind: 'enterprise', servedBy: [] });
    const forOthers = beekeeping({ applicantKinds: ['association'] });
    const forThem = beekeeping({ id: 'beekeeping-for-enterprises' });
    given()
      .when(submitDossier(), { procedure: forOthers, alternatives: [forOthers, forThem] })
      .thenRefused('ApplicantKindNotServed', {
        applicantKind: 'enterprise',
        servedBy: ['beekeeping-for-enterprises'],
      });
  });
});

describe('the papers of a dossier', () => {
  const association = { applicantKind: 'association' } as const;

  it('are all there, or every lack is named at once', () => {
    given()
      .when(submitDossier({ ...association, papers: [paper('charter')] }))
      .thenRefused('PapersMissing', { missing: [['application'], ['members']] });
    given()
      .when(submitDossier({ papers: [paper('registration')] }))
      .thenRefused('PapersMissing', { missing: [['application']] });
  });

  it('of an association are others than those of an enterprise', () => {
    const papers = ['application', 'charter', 'members'].map(paper);
    given()
      .when(submitDossier({ ...association, papers }))
      .thenHappens(submitted({ ...association, papers }));
  });

  it('are known to the procedure', () => {
    given()
      .when(submitDossier({ papers: [paper('application'), paper('photo')] }))
      .thenRefused('PaperUnknown', { paper: 'photo' });
  });

  it('are not those of another kind of applicant', () => {
    given()
      .when(submitDossier({ ...association, papers: [paper('registration')] }))
      .thenRefused('PaperNotForApplicant', { paper: 'registration', applicantKind: 'association' });
  });

  it('come once each, unless the procedure wants one for each of several', () => {
    const papers = ['application', 'application', 'registration'].map(paper);
    given().when(submitDossier({ papers })).thenRefused('PaperTwice', { paper: 'application' });
    const repeating = beekeeping().papers.map((one) => ({ ...one, repeats: true }));
    given()
      .when(submitDossier({ papers }), { procedure: beekeeping({ papers: repeating }) })
      .thenHappens(submitted({ papers }));
  });
});
