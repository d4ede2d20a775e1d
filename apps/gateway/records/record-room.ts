import { mayRead } from '#libs/access/policy.js';
import { PaperError } from '#libs/documents/paper-error.js';
import type { RecordFacts, RecordKind } from '#libs/documents/records.js';
import type { RenderedPaper } from '#libs/documents/rendered-paper.js';
import type { SlipKind } from '#libs/documents/slips.js';
import { recordCodeOf } from '#libs/evidence/verification-code.js';
import { type AgencyId, type Digest, type DossierId, dossierStream } from '#libs/kernel/ids.js';
import type { JsonObject } from '#libs/kernel/json.js';
import { type LocalDate, startOfDay } from '#libs/kernel/time.js';
import { formErasedAt } from '#libs/dossier/form-erasure.js';
import { keptAnswers } from '#libs/procedures/kept-answers.js';
import { dossierDetails } from '#libs/projections/dossier-details/projection.js';
import { listReceived } from '#libs/projections/dossier-details/queries.js';
import { HttpFault } from '../attachments/http-fault.js';
import type { Asker } from '../graphql/request-context.js';
import type { Parts } from '../parts.js';
import { controlSlipFacts } from './control-slip-facts.js';
import { courseOf, type DossierCourse } from '#libs/commands/dossier-course.js';
import { namesIn } from './names-in.js';
import { type GivenSlip, slipCode, slipFacts, slipsOf } from './slip-facts.js';
import { type Registered, registerFacts } from './register-facts.js';

export interface AskedSlip {
  readonly kind: SlipKind;
  readonly position: number;
}

export interface Period {
  readonly agency: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export type DrawnPaper = Pick<RenderedPaper, 'bytes'>;

/** As many as one paper holds. */
const ENTRIES = 500;
const PATIENCE_MS = 5000;

/** Draws records from the log as it was at a position. What is on them is the inside of the office, and asked for as such. */
export class RecordRoom {
  constructor(private readonly parts: Parts) {}

  /** @throws HttpFault where there is none for the asker. */
  async controlSlip({ actor }: Asker, id: string, position: number): Promise<DrawnPaper> {
    const course = await this.readCourse(id, position);
    if (course === undefined) throw nothing();
    const { applicant, agency, form } = course.dossier;
    if (!mayRead(actor, { kind: 'Deliberation', applicant, agency })) throw nothing();
    const code = recordCodeOf(course.h, `controlSlip ${id}`);
    return this.drawnOnce('controlSlip', code, async () => {
      const people = await namesIn(this.parts, [course]);
      const answers = await this.findAnswers(form);
      const facts = controlSlipFacts(course, { ...people, answers, ...this.around(code) });
      if (facts === undefined) throw nothing();
      return facts;
    });
  }

  /**
   * The last slip of a kind that was given out by then, as the log stood when it was: for the applicant too.
   * @throws HttpFault where there is none for the asker.
   */
  async slip({ actor }: Asker, id: string, { kind, position }: AskedSlip): Promise<DrawnPaper> {
    const course = await this.readCourse(id, position);
    if (course === undefined) throw nothing();
    const { applicant, agency } = course.dossier;
    if (!mayRead(actor, { kind: 'Dossier', applicant, agency })) throw nothing();
    return this.drawnSlip(course, kind);
  }

  /** For whoever has the code that is printed on it. @throws HttpFault where there is none. */
  async slipByCode(id: string, { kind, position }: AskedSlip): Promise<DrawnPaper> {
    const course = await this.readCourse(id, position);
    if (course === undefined) throw nothing();
    return this.drawnSlip(course, kind);
  }

  private async drawnSlip(course: DossierCourse, kind: SlipKind): Promise<DrawnPaper> {
    const given = slipsOf(course).findLast((slip) => slip.kind === kind);
    if (given === undefined) throw nothing();
    if (await this.isErased(course.dossier.id)) throw erased();
    const draw = () => this.draw(course, given);
    return { bytes: await this.parts.backbone.slips.once(slipCode(course, given), draw).catch(explain) };
  }

  /** As the dossier stands now, whatever position was asked for: what was erased is not drawn again from what is left. */
  private async isErased(id: DossierId): Promise<boolean> {
    const read = await this.parts.backbone.reader.findDossier(id);
    return read !== undefined && formErasedAt(read.dossier) !== undefined;
  }

  private async draw(course: DossierCourse, given: GivenSlip): Promise<RenderedPaper> {
    const people = await namesIn(this.parts, [course]);
    const { demonstration, gateway } = this.parts.settings;
    const verificationUrl = `${gateway.publicUrl}/verify`;
    const answers = await this.findAnswers(given.move.after.form);
    const facts = slipFacts(course, given, { ...people, answers, demonstration, verificationUrl });
    return this.parts.papers.draw('slip', given.kind, facts);
  }

  /** @throws HttpFault where there is none for the asker. */
  async register({ actor }: Asker, period: Period, asked: number): Promise<DrawnPaper> {
    const { agency, from, to } = period;
    if (!mayRead(actor, { kind: 'Deliberation', agency })) throw nothing();
    const position = Math.min(asked, await this.parts.backbone.store.tail());
    const [last] = position > 0 ? await this.parts.backbone.store.readAfter(position - 1, 1) : [];
    if (last === undefined) throw nothing();
    const code = recordCodeOf(last.h, `registerExtract ${agency} ${from} ${to} by ${actor.id}`);
    return this.drawnOnce('registerExtract', code, async () => {
      const courses = await this.coursesOf(period, position);
      const { nameOf } = await namesIn(this.parts, courses, [actor.id]);
      const dossiers = await Promise.all(
        courses.map(async (course): Promise<Registered> => {
          const { form, applicant } = course.dossier;
          return { course, answers: await this.findAnswers(form), applicant: nameOf(applicant) };
        }),
      );
      const about = {
        fromOn: from,
        toOn: to,
        position,
        madeAt: last.recordedAt,
        issuer: this.issuerOf(agency),
      };
      return registerFacts(dossiers, { ...about, by: nameOf(actor.id), ...this.around(code) });
    });
  }

  private around(code: string): { readonly demonstration: boolean; readonly verificationUrl: string } {
    const { demonstration, gateway } = this.parts.settings;
    return { demonstration, verificationUrl: `${gateway.publicUrl}/verify/${code}` };
  }

  private async drawnOnce<Kind extends RecordKind>(
    kind: Kind,
    code: string,
    facts: () => Promise<RecordFacts[Kind]>,
  ): Promise<DrawnPaper> {
    const { backbone, papers } = this.parts;
    const draw = (known: RecordFacts[Kind]) => papers.draw('record', kind, known);
    return { bytes: await backbone.records.once({ kind, code, facts, draw }).catch(explain) };
  }

  private async coursesOf({ agency, from, to }: Period, position: number): Promise<readonly DossierCourse[]> {
    const { models } = this.parts;
    const seen = await models.waitForPosition([dossierDetails.name], position, { timeoutMs: PATIENCE_MS });
    if (seen.outcome !== 'reached')
      throw new HttpFault(409, 'This is not visible yet; ask again in a moment.');
    const period = { agency: agency as AgencyId, from: startOfDay(from), to: startOfDay(dayAfter(to)) };
    const ids = await listReceived(await models.model(dossierDetails), { ...period, first: ENTRIES + 1 });
    if (ids.length > ENTRIES)
      throw new HttpFault(422, `More than ${ENTRIES} dossiers: ask for a shorter time.`);
    const courses = await Promise.all(ids.map((id) => this.readCourse(id, position)));
    return courses.filter((course) => course !== undefined);
  }

  private async readCourse(id: string, position: number): Promise<DossierCourse | undefined> {
    const { store, books } = this.parts.backbone;
    const { commits } = await store.readStreamAt(dossierStream(id as DossierId), position);
    return courseOf(commits, ({ procedure }) => books.procedures.find(procedure));
  }

  private findAnswers(form: Digest): Promise<JsonObject | undefined> {
    return keptAnswers(this.parts.backbone.blobs, form);
  }

  /** As the latest procedure of the agency names it. */
  private issuerOf(agency: string) {
    const procedures = this.parts.backbone.books.procedures.list();
    return procedures.findLast(({ competentAgency }) => competentAgency === agency)?.licence.issuer;
  }
}

function dayAfter(date: LocalDate): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10) as LocalDate;
}

const nothing = (): HttpFault => new HttpFault(404, 'There is no such file for you.');

const erased = (): HttpFault =>
  new HttpFault(410, 'Nội dung đơn và các phiếu đã được xóa. The form and its slips were erased.');

/** What cannot be printed is said by its field; whatever else goes wrong is not the asker's to know. */
function explain(error: unknown): never {
  if (error instanceof PaperError) throw new HttpFault(422, `${error.code}: ${error.field}`);
  throw error;
}
