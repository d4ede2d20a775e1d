import { mayRead, type SubjectKind } from '#libs/access/policy.js';
import type { ReadDossier } from '#libs/commands/subject-reader.js';
import type { DossierEvent, SubmittedPaper } from '#libs/dossier/events.js';
import type { ReceivedPaper } from '#libs/dossier/letter-events.js';
import type { DossierId } from '#libs/kernel/ids.js';
import type { Asker } from '../graphql/request-context.js';
import type { Parts } from '../parts.js';

/** A file that may be sent. */
export interface DossierFile {
  readonly digest: string;
  readonly mediaType: string;
  readonly name: string;
}

const PDF = 'application/pdf';

/** Which files belong to a dossier, read from the log itself, and who may have them. */
export class DossierFiles {
  constructor(private readonly parts: Parts) {}

  /** A file of one's own that belongs to no dossier yet. */
  async findUpload({ actor }: Asker, digest: string): Promise<DossierFile | undefined> {
    const upload = (await this.parts.uploads.findOf(actor.id, [digest])).get(digest);
    return upload && { digest, mediaType: upload.mediaType, name: digest };
  }

  async findPaper(
    asker: Asker,
    { dossier: id, digest }: { readonly dossier: string; readonly digest: string },
  ): Promise<DossierFile | undefined> {
    const dossier = await this.readable(asker, id, 'Dossier');
    const paper = dossier && shownIn(dossier.events).find((candidate) => candidate.digest === digest);
    if (paper !== undefined) return paper;
    const inside = await this.readable(asker, id, 'Deliberation');
    return inside?.events.flatMap(insideOf).find((candidate) => candidate.digest === digest);
  }

  async findCertificate(asker: Asker, id: string): Promise<DossierFile | undefined> {
    const dossier = await this.readable(asker, id, 'Dossier');
    const issued = dossier?.events.findLast((event) => event.type === 'CertificateIssued');
    return issued && { digest: issued.data.certificate, mediaType: PDF, name: `${id}.pdf` };
  }

  async findLetter(asker: Asker, id: string): Promise<DossierFile | undefined> {
    const dossier = await this.readable(asker, id, 'Dossier');
    const issued = dossier?.events.findLast(
      (event) => event.type === 'LetterIssued' || event.type === 'DossierForwarded',
    );
    return issued && { digest: issued.data.letter, mediaType: PDF, name: `${id}.pdf` };
  }

  private async readable(asker: Asker, id: string, kind: SubjectKind): Promise<ReadDossier | undefined> {
    const found = await this.parts.backbone.reader.findDossier(id as DossierId);
    if (found === undefined) return undefined;
    const { applicant, agency } = found.dossier;
    const consulted = found.events.flatMap((event) =>
      event.type === 'OpinionAsked' ? [event.data.agency] : [],
    );
    return mayRead(asker.actor, { kind, applicant, agency, consulted }) ? found : undefined;
  }
}

/** What everybody may have who sees the dossier. Of the authority that decides only the answer that holds: another may be about somebody else. */
function shownIn(events: readonly DossierEvent[]): readonly DossierFile[] {
  const papers = events.flatMap(papersOf);
  const answer = events.findLast((event) => event.type === 'ForwardingAnswered');
  return [...papers.map((paper) => filed(paper, paper.code)), ...(answer ? answerIn(answer) : [])];
}

function papersOf(event: DossierEvent): readonly SubmittedPaper[] {
  return event.type === 'DossierSubmitted' || event.type === 'SupplementReceived' ? event.data.papers : [];
}

/** What only the office may have: reports of the appraisal, and answers that were recorded anew since. */
function insideOf(event: DossierEvent): readonly DossierFile[] {
  if (event.type === 'ForwardingAnswered') return answerIn(event);
  const report = event.type === 'AppraisalRecorded' ? event.data.report : undefined;
  return report === undefined ? [] : [{ digest: report, mediaType: PDF, name: 'appraisal-report.pdf' }];
}

function answerIn({ data: { paper } }: EventOf<'ForwardingAnswered'>): readonly DossierFile[] {
  return paper ? [filed(paper, 'authority-answer')] : [];
}

type EventOf<Type extends DossierEvent['type']> = Extract<DossierEvent, { readonly type: Type }>;

function filed({ digest, mediaType }: ReceivedPaper, called: string): DossierFile {
  return { digest, mediaType, name: `${called}-${digest.slice(0, 8)}` };
}
