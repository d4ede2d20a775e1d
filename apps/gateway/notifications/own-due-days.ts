import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { PersonId } from '#libs/kernel/ids.js';
import { dayEndedBy, type LocalDate, localDateOf } from '#libs/kernel/time.js';
import type { DueDay } from '#libs/notifications/calendar-feed.js';
import type { Language } from '#libs/notifications/compose.js';
import type { DossierRow } from '#libs/projections/dossier-details/dossier-row.js';
import { dossierDetails } from '#libs/projections/dossier-details/projection.js';
import { listDossiers } from '#libs/projections/dossier-details/queries.js';
import type { ObligationRow } from '#libs/projections/licence-obligations/obligation-row.js';
import { licenceObligations } from '#libs/projections/licence-obligations/projection.js';
import { listObligations } from '#libs/projections/licence-obligations/queries.js';
import { licenceRegister } from '#libs/projections/licence-register/projection.js';
import { listRegister } from '#libs/projections/licence-register/queries.js';
import type { LicenceRow } from '#libs/projections/licence-register/register-row.js';
import type { InboxRow } from '#libs/projections/task-inbox/inbox-row.js';
import { taskInbox } from '#libs/projections/task-inbox/projection.js';
import { listInbox } from '#libs/projections/task-inbox/queries.js';
import type { Parts } from '../parts.js';

const MOST = 500;

const texts = {
  report: { vi: 'Giấy phép {reference}: hạn cuối {what}', en: 'Licence {reference}: last day for {what}' },
  examined: { vi: 'Giấy phép {reference}: {what} đã nộp', en: 'Licence {reference}: {what} handed in' },
  expiry: { vi: 'Giấy phép {reference} hết hạn', en: 'Licence {reference} ends' },
  supplement: { vi: 'Hồ sơ {reference}: hạn bổ sung', en: 'Dossier {reference}: last day to supplement' },
  result: { vi: 'Hồ sơ {reference}: ngày hẹn trả kết quả', en: 'Dossier {reference}: result promised' },
  task: { vi: 'Hồ sơ {reference}: hạn xử lý', en: 'Dossier {reference}: task due' },
  work: { vi: 'Giấy phép {reference}: hạn xử lý', en: 'Licence {reference}: task due' },
  inspection: { vi: 'Giấy phép {reference}: hạn kiểm tra', en: 'Licence {reference}: inspection due' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What is due for one person: as applicant, as holder, and as who holds a task. Nothing of others, and no names. */
export async function ownDueDays(
  parts: Parts,
  person: PersonId,
  language: Language,
): Promise<readonly DueDay[]> {
  const say = (text: keyof typeof texts, reference: string, what = ''): string =>
    texts[text][language].replace('{reference}', reference).replace('{what}', what);
  const [dossiers, licences, obligations, tasks] = await Promise.all([
    openDossiers(parts, person),
    licencesOf(parts, person),
    obligationsOf(parts, person),
    tasksOf(parts, person),
  ]);
  const today = localDateOf(parts.backbone.clock.now());
  return [
    ...dossiers.flatMap((row) => dossierDays(row, say)),
    ...licences.map((row) => expiryDay(row, say)).filter(({ on }) => on >= today),
    ...obligations.map((row) => obligationDay(row, say, language)),
    ...tasks.map((row) => taskDay(row, say)),
  ];
}

type Say = (text: keyof typeof texts, reference: string, what?: string) => string;

function dossierDays(row: DossierRow, say: Say): readonly DueDay[] {
  const { _id, version: sequence, stage, supplements, appointedOn } = row;
  const reference = row.code ?? _id;
  const awaited = stage === 'supplement' ? supplements.at(-1) : undefined;
  const day = (kind: 'supplement' | 'result', on: LocalDate): DueDay => ({
    uid: `dossier/${_id}/${kind}`,
    on,
    summary: say(kind, reference),
    sequence,
  });
  return [
    ...(awaited ? [day('supplement', localDateOf(awaited.answerBy))] : []),
    ...(appointedOn === null ? [] : [day('result', appointedOn)]),
  ];
}

function expiryDay({ licenceId, text, expiresOn, version: sequence }: LicenceRow, say: Say): DueDay {
  return { uid: `licence/${licenceId}/expiry`, on: expiresOn, summary: say('expiry', text), sequence };
}

/** What is late stays in the calendar until it is done; what was handed in, until it was examined: it may be returned. */
function obligationDay(row: ObligationRow, say: Say, language: Language): DueDay {
  const { _id, licenceText, name, dueOn: on, position: sequence, examined } = row;
  const summary = say(examined ? 'examined' : 'report', licenceText, name[language]);
  return { uid: `obligation/${_id}`, on, summary, sequence };
}

function taskDay(row: InboxRow, say: Say): DueDay {
  const { _id, position: sequence, dueAt, kind, licenceText, code, dossierId } = row;
  const aboutLicence = kind === 'inspect' ? 'inspection' : 'work';
  const summary = say(licenceText === null ? 'task' : aboutLicence, licenceText ?? code ?? dossierId);
  return { uid: `task/${_id}`, on: dayEndedBy(dueAt), summary, sequence };
}

async function obligationsOf({ models }: Parts, applicant: PersonId): Promise<readonly ObligationRow[]> {
  const sight = { all: false, applicant } as const;
  const model = await models.model(licenceObligations);
  return (await listObligations(model, { first: MOST, sight, filter: { open: true } })).rows;
}

async function openDossiers({ models }: Parts, applicant: PersonId): Promise<readonly DossierRow[]> {
  const sight = { all: false, applicant } as const;
  const model = await models.model(dossierDetails);
  return (await listDossiers(model, { first: MOST, sight, filter: { open: true } })).rows;
}

/** A term runs on while its licence is suspended. */
async function licencesOf({ models }: Parts, applicant: PersonId): Promise<readonly LicenceRow[]> {
  const sight = { all: false, applicant } as const;
  const model = await models.model(licenceRegister);
  const { rows } = await listRegister(model, {
    first: MOST,
    sight,
    filter: { stages: ['inForce', 'suspended'] },
  });
  return rows.filter((row) => row.entry === 'licence');
}

async function tasksOf({ models }: Parts, person: PersonId) {
  const reader = { person, all: false, roles: [] };
  const model = await models.model(taskInbox);
  return (await listInbox(model, { first: MOST, tab: 'mine', reader })).rows;
}
