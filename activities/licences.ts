import { log } from '@temporalio/activity';
import type { CommandAnswer } from '#libs/commands/answer.js';
import type { MovedNews } from '#libs/commands/moved.js';
import type { ReadDossier } from '#libs/commands/subject-reader.js';
import { SYSTEM } from '#libs/commands/system.js';
import { licenceResultOf } from '#libs/dossier/result.js';
import type { Dossier, LicenceResult } from '#libs/dossier/state.js';
import type { DossierId, LicenceId } from '#libs/kernel/ids.js';
import { localDateOf } from '#libs/kernel/time.js';
import type { LicenceCommand } from '#libs/licence/commands.js';
import type { LicenceEvents } from '#libs/licence/events.js';
import { changeOf, isRefusedForGood } from '#libs/licence/results.js';
import { resultKindOf } from '#libs/procedures/result.js';
import { carryOutForLicence } from './carry-out.js';
import type { DueDependencies, SubjectReference } from './dependencies.js';
import { foundDossier } from './found-dossier.js';

/** The beginning of a licence, and what time does to one in force. */
export function createLicenceActivities(dependencies: DueDependencies) {
  const verb = (action: string) => (subject: SubjectReference) =>
    carryOutForLicence(dependencies, subject, action);
  /** Why nothing is ever entered: the licence that was to be changed has ended, or another decision has taken what this one needs. */
  const droppedBy = async (changed: CommandAnswer, id: LicenceId): Promise<string | undefined> => {
    if (changed.outcome !== 'refused') return undefined;
    const { refusal } = changed.refusal;
    const licence = (await dependencies.reader.findLicence(id))?.licence;
    return licence && isRefusedForGood(refusal, licence) ? refusal : undefined;
  };
  return {
    /** Opens the licence's own stream, or changes the one there is, then notes in the dossier that it is in the register. Either half may be repeated. */
    async enterLicence({ id }: SubjectReference): Promise<MovedNews> {
      const read = await foundDossier(dependencies, id);
      const entry = entryOf(read);
      if (!entry) return read.news;
      const common = { actor: SYSTEM, correlationId: `dossier/${id}` };
      const { licenceId, ...change } = entry;
      const changed = await dependencies.commands.licence({ ...common, id: licenceId, ...change });
      warnIfRefused(changed, id);
      const dropped = await droppedBy(changed, licenceId);
      // A licence that is only suspended may still be extended when it holds again.
      if (isRefused(changed) && read.dossier.about && dropped === undefined) return read.news;
      const entered = await dependencies.commands.dossier({
        ...common,
        id: id as DossierId,
        command: { type: 'enterLicence', data: { licenceId, ...(dropped && { dropped }) } },
        idempotencyKey: `enterLicence ${licenceId}`,
      });
      warnIfRefused(entered, id);
      return (await foundDossier(dependencies, id)).news;
    },
    remindObligation: verb('remindObligation'),
    missObligation: verb('missObligation'),
    remindRenewal: verb('remindRenewal'),
    endSuspension: verb('endSuspension'),
    expireLicence: verb('expireLicence'),
    remindWork: verb('remindWork'),
    escalateWork: verb('escalateWork'),
  };
}

export type LicenceActivities = ReturnType<typeof createLicenceActivities>;

interface Entry {
  readonly licenceId: LicenceId;
  readonly command: LicenceCommand;
  /** Stream + what: a dossier does it once. */
  readonly idempotencyKey: string;
}

/** What is done to the licence; undefined unless a certificate was issued and the licence is not yet entered. */
function entryOf(read: ReadDossier): Entry | undefined {
  const { dossier, procedure, events } = read;
  const result = licenceResultOf(dossier);
  if (!result || result.entered) return undefined;
  const { licenceId } = result.number;
  const years = events.findLast(({ type }) => type === 'LicenceGranted');
  const granted = {
    filedOn: localDateOf(dossier.receivedAt),
    years: years?.type === 'LicenceGranted' ? years.data.termYears : 0,
    asked: dossier.asked ?? {},
    form: dossier.form,
  };
  const change = changeOf(resultKindOf(procedure), granted);
  if (change) return { licenceId, command: change, idempotencyKey: `${change.type} ${dossier.id}` };
  const command = { type: 'openLicence', data: openingOf(dossier, result) } as const;
  return { licenceId, command, idempotencyKey: `openLicence ${licenceId}` };
}

function openingOf(dossier: Dossier, result: LicenceResult): LicenceEvents['LicenceOpened'] {
  const { number, certificate } = result;
  const { licenceId, text, issuedOn, expiresOn } = number;
  const { id: dossierId, procedure, agency, applicant: holder, acceptance } = dossier;
  const subject = { licenceId, dossierId, dossierCode: acceptance?.code ?? '', procedure, agency, holder };
  return { ...subject, text, certificate, issuedOn, expiresOn };
}

/** What an earlier release did under the same key, in words of its own, is done as well. */
function isRefused(answer: CommandAnswer): boolean {
  return answer.outcome === 'refused' && answer.refusal.refusal !== 'KeyReused';
}

function warnIfRefused(answer: CommandAnswer, dossier: string): void {
  if (answer.outcome === 'refused') log.warn('licence refused', { ...answer.refusal, dossier });
}
