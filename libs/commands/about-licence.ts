import type { DossierCommand, DossierCommandType } from '#libs/dossier/commands.js';
import { licenceResultOf } from '#libs/dossier/result.js';
import type { DossierState } from '#libs/dossier/state.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import { type Digest, type LicenceId, licenceStream, type PersonId } from '#libs/kernel/ids.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import { type Instant, localDateOf } from '#libs/kernel/time.js';
import { decideLicence } from '#libs/licence/decide.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import { foldLicence, isLiving, type Licence } from '#libs/licence/licence.js';
import { openDocuments } from '#libs/licence/open-documents.js';
import { changeOf, type Granted } from '#libs/licence/results.js';
import { resultKindOf } from '#libs/procedures/result.js';
import type { DossierRules, RuleBooks } from './dossier-subject.js';
import { fromStored } from './stored-events.js';
import type { Given } from './subject.js';

export type FindLicence = (id: LicenceId) => Promise<Licence | undefined>;

export function licenceFinder(store: EventStore): FindLicence {
  return async (id) => {
    const { commits } = await store.readStream(licenceStream(id));
    return foldLicence(
      commits.flatMap(({ events }) => events.map((event) => fromStored<LicenceEvent>(event))),
    );
  };
}

interface Asked {
  readonly state: DossierState;
  readonly command: DossierCommand;
}

/** Acts after which the office is bound to change the licence: each is asked of the licence as it stands then. */
const BINDING: readonly DossierCommandType[] = ['submitDossier', 'grantLicence', 'allocateLicenceNumber'];

/** Read for the acts that need it only: the others are about the dossier alone. */
export async function licenceOf(
  state: DossierState,
  command: DossierCommand,
  find: FindLicence,
): Promise<Pick<DossierRules, 'licence'>> {
  const id = licenceAskedOf(state, command);
  const licence = id && (await find(id));
  return licence ? { licence } : {};
}

/** An erasure looks at the licence that the dossier led to, the others at the one that it is about. */
function licenceAskedOf(state: DossierState, command: DossierCommand): LicenceId | undefined {
  if (command.type === 'eraseForm') return state && licenceResultOf(state)?.number.licenceId;
  if (!BINDING.includes(command.type)) return undefined;
  return command.type === 'submitDossier' ? command.data.licenceId : state?.about?.licenceId;
}

/** As the dossier's own decisions see it. */
export function licencePart({ licence }: Pick<DossierRules, 'licence'>) {
  if (!licence) return {};
  const { id: licenceId, text, issuedOn, holder, expiresOn } = licence;
  const isNeeded = isLiving(licence) || openDocuments(licence).length > 0;
  const inNeed = isNeeded ? { licenceInNeed: { licenceId, text, stage: licence.stage } } : {};
  return { licence: { licenceId, text, issuedOn, holder, expiresOn }, ...inNeed };
}

/** Why the licence would not be changed as the dossier asks, in the licence's own words; undefined where it would. */
export function objectionOfLicence(
  books: RuleBooks,
  asked: Asked,
  { rules, now, actor }: Given<DossierRules>,
): AnyRefusal | undefined {
  const { licence } = rules;
  const procedure = licence && books.procedures.find(licence.procedure);
  if (!procedure || !BINDING.includes(asked.command.type)) return undefined;
  const change = changeOf(resultKindOf(rules.procedure), applicationOf(asked, now));
  const circumstances = {
    now,
    procedure,
    calendar: books.calendarOf(licence.agency),
    actor: actor.id as PersonId,
    nextNumber: {},
  };
  const decision = change ? decideLicence(change, licence, circumstances) : [];
  return 'refusal' in decision ? { ...decision, details: { ...decision.details } } : undefined;
}

/** What was applied for: in the dossier once there is one. */
function applicationOf({ state, command }: Asked, now: Instant): Granted {
  const filed = command.type === 'submitDossier' ? command.data : state;
  const filedOn = localDateOf(state?.receivedAt ?? now);
  const { asked = {}, form = '' as Digest } = filed ?? {};
  return { filedOn, years: yearsAsked(state), asked, form };
}

/** How long is settled with the draft; until then the shortest term stands for it. */
function yearsAsked(state: DossierState): number {
  if (state?.stage === 'decision') return state.draft.termYears ?? 1;
  return state?.stage === 'certificate' ? state.termYears : 1;
}
