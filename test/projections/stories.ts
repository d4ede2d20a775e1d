import type { DossierEvent } from '#libs/dossier/events.js';
import { emptyHead, headAfter, type StreamHead } from '#libs/event-store/commit.js';
import type { EventStore } from '#libs/event-store/event-store.js';
import {
  type AgencyId,
  type Digest,
  type DossierId,
  dossierStream,
  type LicenceId,
  licenceStream,
  type PersonId,
} from '#libs/kernel/ids.js';
import { type Instant, instantFromEpoch, type LocalDate } from '#libs/kernel/time.js';
import type { LicenceEvent } from '#libs/licence/events.js';
import type { Procedure, ProcedureReference } from '#libs/procedures/procedure.js';

/** A command that was carried out, as the log will hold it. */
export interface Step {
  readonly stream: string;
  readonly command: string;
  readonly actor: string;
  readonly role: string;
  /** Absent for a person, whose every request is its own, and for what a subject's workflow does to it. */
  readonly correlationId?: string;
  readonly events: readonly (DossierEvent | LicenceEvent)[];
}

export interface StoryRules {
  readonly procedure: Procedure;
  readonly reference: ProcedureReference;
}

const START = Date.parse('2026-11-16T01:00:00.000Z');
const HOUR = 3_600_000;
const hours = (count: number): Instant => instantFromEpoch(START + count * HOUR);
const digest = (letter: string): Digest => letter.repeat(64) as Digest;
const secretOf = (id: string): Digest =>
  Buffer.from(id.padEnd(32, '.')).toString('hex').slice(0, 64) as Digest;

export const storyId = (index: number): DossierId => `d-${String(index).padStart(5, '0')}` as DossierId;
export const storyLicenceId = (index: number): LicenceId => `l-${storyId(index)}` as LicenceId;
export const storyCode = (index: number): string => `H99.10-261116-${String(index).padStart(4, '0')}`;
export const storySecret = (index: number): Digest => secretOf(storyId(index));
export const specialist = (index: number): PersonId => `specialist-${index % 5}` as PersonId;

/**
 * The life of one dossier, told to the end; `index` decides its course: every fifth is supplemented, every seventh
 * denied, every eleventh withdrawn, the others end with a licence that is in force.
 */
export function story(index: number, { procedure, reference }: StoryRules): readonly Step[] {
  const told = new Teller(index, procedure, reference);
  return [
    ...told.filing(),
    ...(index % 5 === 0 ? told.supplement() : []),
    ...(index % 11 === 0 ? told.withdrawal() : told.working()),
  ];
}

class Teller {
  private readonly id: DossierId;
  private readonly agency: AgencyId;
  private readonly firstHour: number;

  constructor(
    private readonly index: number,
    private readonly procedure: Procedure,
    private readonly reference: ProcedureReference,
  ) {
    this.id = storyId(index);
    this.agency = procedure.competentAgency;
    this.firstHour = index % 240;
  }

  filing(): readonly Step[] {
    const { id, agency, index } = this;
    return [
      this.step('submitDossier', 'applicant', {
        type: 'DossierSubmitted',
        data: {
          dossierId: id,
          procedure: this.reference,
          agency,
          channel: index % 3 === 0 ? 'counter' : 'online',
          applicant: `applicant-${index % 50}` as PersonId,
          applicantKind: 'enterprise',
          form: digest('f'),
          papers: [{ code: 'application', digest: digest('a'), mediaType: 'application/pdf', bytes: 1234 }],
          trackingSecret: secretOf(id),
          receivedAt: this.at(0),
          acceptBy: this.at(8),
        },
      }),
      this.step('acceptDossier', 'oneStopClerk', {
        type: 'DossierAccepted',
        data: {
          code: storyCode(index),
          codeDate: '2026-11-16' as LocalDate,
          codeSerial: index,
          acceptedAt: this.at(1),
          dueAt: this.at(240),
          appointedOn: '2026-11-30' as LocalDate,
          checkBy: this.at(9),
        },
      }),
    ];
  }

  supplement(): readonly Step[] {
    const asked: DossierEvent = {
      type: 'SupplementRequested',
      data: {
        round: 1,
        items: [{ about: { paper: 'application' }, deficiency: 'unreadable', guidance: 'Chụp lại' }],
        requestedAt: this.at(2),
        answerBy: this.at(722),
      },
    };
    const papers = [{ code: 'application', digest: digest('b'), mediaType: 'application/pdf', bytes: 2345 }];
    return [
      this.step('requestSupplement', 'oneStopClerk', asked),
      this.step('receiveSupplement', 'applicant', {
        type: 'SupplementReceived',
        data: { round: 1, papers, receivedAt: this.at(3), dueAt: this.at(243), stepDueAt: this.at(11) },
      }),
    ];
  }

  withdrawal(): readonly Step[] {
    return [
      this.step('withdrawDossier', 'applicant', {
        type: 'DossierWithdrawn',
        data: { reason: 'Nộp nhầm', withdrawnAt: this.at(3) },
      }),
    ];
  }

  working(): readonly Step[] {
    const officer = specialist(this.index);
    return [
      this.step('confirmCompleteness', 'oneStopClerk', {
        type: 'CompletenessConfirmed',
        data: { confirmedAt: this.at(4), appraiseBy: this.at(44) },
      }),
      this.step('claimTask', 'specialist', {
        type: 'TaskClaimed',
        data: { task: 'appraise-1', by: officer },
      }),
      ...this.opinions(),
      this.step('recordAppraisal', 'specialist', {
        type: 'AppraisalRecorded',
        data: { findings: this.procedure.checklist.map(({ code }) => ({ item: code, met: true })) },
      }),
      ...(this.index % 7 === 0 ? this.denial() : this.grant()),
    ];
  }

  private opinions(): readonly Step[] {
    const agencies = this.procedure.opinions.map(({ agency }) => agency);
    const asked = agencies.map((agency): DossierEvent => ({
      type: 'OpinionAsked',
      data: { agency, askedAt: this.at(5), dueAt: this.at(37) },
    }));
    const given = agencies.map((agency) =>
      this.step('giveOpinion', 'consultedAgency', {
        type: 'OpinionGiven',
        data: { agency, position: 'agrees', summary: 'Thống nhất', late: false },
      }),
    );
    return asked.length === 0 ? [] : [this.step('askOpinions', 'specialist', ...asked), ...given];
  }

  private denial(): readonly Step[] {
    const reasons = [{ code: this.procedure.denialReasons[0]?.code ?? 'other' }];
    return [
      this.step('proposeDecision', 'specialist', this.proposed('deny', reasons)),
      this.step('denyLicence', 'director', {
        type: 'LicenceDenied',
        data: {
          approvedBy: 'director-1' as PersonId,
          reasons,
          deniedAt: this.at(50),
          handOverBy: this.at(90),
        },
      }),
      this.handedOver(),
    ];
  }

  private grant(): readonly Step[] {
    const number = {
      licenceId: storyLicenceId(this.index),
      agency: this.agency,
      number: this.index,
      year: 2026,
      suffix: this.procedure.licence.numberSuffix,
      text: `${this.index}/${this.procedure.licence.numberSuffix}`,
      issuedOn: '2026-11-19' as LocalDate,
      expiresOn: '2029-11-19' as LocalDate,
    };
    const template = { id: 't', version: '1', hash: digest('e') };
    return [
      this.step('proposeDecision', 'specialist', this.proposed('grant', [])),
      this.step('grantLicence', 'director', {
        type: 'LicenceGranted',
        data: {
          approvedBy: 'director-1' as PersonId,
          termYears: 3,
          grantedAt: this.at(50),
          numberBy: this.at(58),
        },
      }),
      this.step('allocateLicenceNumber', 'recordsClerk', { type: 'LicenceNumberAllocated', data: number }),
      this.step('issueCertificate', 'system', {
        type: 'CertificateIssued',
        data: {
          certificate: digest('c'),
          pages: 2,
          template,
          issuedAt: this.at(51),
          handOverBy: this.at(91),
        },
      }),
      this.opened(number),
      this.step('enterLicence', 'system', { type: 'LicenceEntered', data: { licenceId: number.licenceId } }),
      this.handedOver(),
    ];
  }

  private opened(number: {
    readonly licenceId: LicenceId;
    readonly text: string;
    readonly issuedOn: LocalDate;
    readonly expiresOn: LocalDate;
  }): Step {
    const { licenceId, text, issuedOn, expiresOn } = number;
    const event: LicenceEvent = {
      type: 'LicenceOpened',
      data: {
        licenceId,
        dossierId: this.id,
        dossierCode: storyCode(this.index),
        procedure: this.reference,
        agency: this.agency,
        holder: `applicant-${this.index % 50}` as PersonId,
        text,
        certificate: digest('c'),
        issuedOn,
        expiresOn,
      },
    };
    return { ...this.step('openLicence', 'system'), stream: licenceStream(licenceId), events: [event] };
  }

  private proposed(kind: 'grant' | 'deny', reasons: readonly { readonly code: string }[]): DossierEvent {
    const preparedBy = specialist(this.index);
    const term = kind === 'grant' ? { termYears: 3 } : {};
    const times = { proposedAt: this.at(45), decideBy: this.at(61) };
    return { type: 'DecisionProposed', data: { kind, preparedBy, reasons, ...term, ...times } };
  }

  private handedOver(): Step {
    return this.step('handOverResult', 'oneStopClerk', {
      type: 'ResultHandedOver',
      data: { way: 'counter', handedOverAt: this.at(60) },
    });
  }

  private step(command: string, role: string, ...events: readonly DossierEvent[]): Step {
    return { stream: dossierStream(this.id), command, actor: `${role}-1`, role, events };
  }

  private at(hour: number): Instant {
    return hours(this.firstHour + hour);
  }
}

/** Tells many stories at once: the first step of each, then the second of each, as an office works. */
export async function tell(
  store: EventStore,
  stories: readonly (readonly Step[])[],
  reference: ProcedureReference,
): Promise<number> {
  const heads = new Map<string, StreamHead>();
  let position = await store.tail();
  for (let round = 0; stories.some((steps) => round < steps.length); round += 1) {
    const steps = stories.flatMap((all) => all.slice(round, round + 1));
    const commits = await Promise.all(steps.map((step) => append(store, heads, { step, round, reference })));
    position = Math.max(position, ...commits);
  }
  return position;
}

async function append(
  store: EventStore,
  heads: Map<string, StreamHead>,
  {
    step,
    round,
    reference,
  }: { readonly step: Step; readonly round: number; readonly reference: ProcedureReference },
): Promise<number> {
  const head = heads.get(step.stream) ?? (await store.readStream(step.stream)).head ?? emptyHead(step.stream);
  const outcome = await store.append(head, {
    commitId: `${step.command}-${head.n}`,
    fingerprint: digest('9'),
    recordedAt: hours(round),
    actor: { id: step.actor, roles: [step.role] },
    command: step.command,
    correlationId: step.correlationId ?? (step.role === 'system' ? step.stream : `story-${round}`),
    rules: { procedure: reference },
    build: 'test',
    events: step.events.map(({ type, data }) => ({
      type,
      schema: 1,
      data: JSON.parse(JSON.stringify(data)),
    })),
  });
  if (outcome.outcome !== 'appended') throw new Error(`The story was not recorded: ${outcome.outcome}`);
  heads.set(step.stream, headAfter(outcome.commit));
  return outcome.commit.position;
}
