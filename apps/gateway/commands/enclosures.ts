import { Injectable } from '@nestjs/common';
import { mayCommandDossier, mayFileFor } from '#libs/access/may-command.js';
import type { ReadDossier } from '#libs/commands/subject-reader.js';
import type { DossierCommand } from '#libs/dossier/commands.js';
import type { SubmittedPaper } from '#libs/dossier/events.js';
import type { ReceivedPaper } from '#libs/dossier/letter-events.js';
import type { Digest, DossierId } from '#libs/kernel/ids.js';
import type { JsonObject } from '#libs/kernel/json.js';
import type { AnyRefusal } from '#libs/kernel/refusal.js';
import { localDateOf } from '#libs/kernel/time.js';
import type { FormFault } from '#libs/procedures/load-forms.js';
import type { Channel, Procedure } from '#libs/procedures/procedure.js';
import { type AskedChange, askedChange } from '#libs/procedures/result.js';
import { FormAnswers } from '../dossiers/form-answers.js';
import type { Asker } from '../graphql/request-context.js';
import { Parts } from '../parts.js';
import { Derivation } from './derived.js';
import type { PaperInput } from './filing.input.js';

interface Wanted {
  readonly procedureId: string;
  readonly channel: Channel;
  readonly applicant?: string | null;
}

export interface Brought {
  readonly procedure: Procedure;
  readonly answers?: Readonly<Record<string, unknown>> | null | undefined;
  readonly papers: readonly PaperInput[];
  readonly idempotencyKey: string;
}

export interface Taken {
  readonly form?: Digest;
  /** What the answers ask of a licence. */
  readonly asked?: AskedChange;
  readonly papers: readonly SubmittedPaper[];
}

interface Incoming {
  readonly dossierId: string;
  /** With which it comes in. */
  readonly command: DossierCommand;
  readonly digest: string;
}

const RECEIVE: DossierCommand = { type: 'receiveSupplement', data: { papers: [] } };

/** What comes with a filing: answers are checked and put away, papers are looked up among the person's uploads. */
@Injectable()
export class Enclosures {
  constructor(
    private readonly parts: Parts,
    private readonly derivation: Derivation,
    private readonly formAnswers: FormAnswers,
  ) {}

  /** The procedure of what this person wants to file; who may not file leaves no answers behind. */
  procedureInForce({ actor }: Asker, wanted: Wanted): Procedure | AnyRefusal {
    const { procedureId, channel, applicant } = wanted;
    const { books, clock } = this.parts.backbone;
    if (!mayFileFor(actor, applicant ?? actor.id, channel)) {
      return { refusal: 'NotPermitted', details: { command: 'submitDossier' } };
    }
    const on = localDateOf(clock.now());
    const procedure = books.procedures.on(procedureId, on);
    return procedure ?? { refusal: 'ProcedureNotInForce', details: { procedure: procedureId, on } };
  }

  /** The procedure of a dossier that this person may supplement. */
  async procedureOf(asker: Asker, dossierId: string): Promise<Procedure | AnyRefusal> {
    const found = await this.commanded(asker, dossierId, RECEIVE);
    return 'refusal' in found ? found : found.procedure;
  }

  /** A paper that comes in with a command; who may not give that hears so, and nothing of papers. */
  async received(
    asker: Asker,
    { dossierId, command, digest }: Incoming,
  ): Promise<ReceivedPaper | AnyRefusal> {
    const found = await this.commanded(asker, dossierId, command);
    if ('refusal' in found) return found;
    const uploads = await this.parts.uploads.findOf(asker.actor.id, [digest]);
    const upload = uploads.get(digest);
    if (!upload) return { refusal: 'PapersNotUploaded', details: { digests: [digest] } };
    const { mediaType, bytes } = upload;
    return { digest: upload.digest, mediaType, bytes };
  }

  private async commanded(
    { actor }: Asker,
    dossierId: string,
    command: DossierCommand,
  ): Promise<ReadDossier | AnyRefusal> {
    const found = await this.parts.backbone.reader.findDossier(dossierId as DossierId);
    if (found === undefined) return { refusal: 'SubjectNotFound', details: { id: dossierId } };
    if (mayCommandDossier(actor, command, found.dossier)) return found;
    return { refusal: 'NotPermitted', details: { command: command.type } };
  }

  async take(asker: Asker, brought: Brought): Promise<Taken | AnyRefusal> {
    const papers = await this.papersOf(asker, brought.papers);
    if ('refusal' in papers) return papers;
    const { answers, procedure } = brought;
    if (answers === undefined || answers === null) return { papers };
    const check = this.parts.backbone.forms.validate(procedure.form, answers);
    if (!check.valid) return { refusal: 'FormAnswersRejected', details: { faults: check.faults.map(plain) } };
    const salt = this.derivation.salt(asker.actor.id, brought.idempotencyKey);
    const asked = askedChange(procedure, answers as JsonObject);
    const form = await this.formAnswers.keep({ salt, answers });
    return { papers, form, ...(asked === undefined ? {} : { asked }) };
  }

  /** Only what this person uploaded: knowing a digest is not having the paper. */
  async papersOf(
    { actor }: Asker,
    papers: readonly PaperInput[],
  ): Promise<readonly SubmittedPaper[] | AnyRefusal> {
    const digests = papers.map((paper) => paper.digest);
    const uploads = await this.parts.uploads.findOf(actor.id, digests);
    const missing = digests.filter((digest) => !uploads.has(digest));
    if (missing.length > 0) return { refusal: 'PapersNotUploaded', details: { digests: missing } };
    return papers.flatMap(({ code, digest }) => {
      const upload = uploads.get(digest);
      return upload
        ? [{ code, digest: upload.digest, mediaType: upload.mediaType, bytes: upload.bytes }]
        : [];
    });
  }
}

function plain({ path, code, message: { vi, en } }: FormFault): JsonObject {
  return { path, code, message: { vi, en } };
}
