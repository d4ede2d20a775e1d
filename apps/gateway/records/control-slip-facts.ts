import type { ControlSlipFacts } from '#libs/documents/records.js';
import type { JsonObject } from '#libs/kernel/json.js';
import { applicantOf } from './applicant.js';
import { controlSteps } from './control-steps.js';
import { acceptedBy, type DossierCourse } from '#libs/commands/dossier-course.js';
import type { NamesOnPaper } from './names-in.js';

/** What papers say and the log does not know. */
export interface Known extends NamesOnPaper {
  /** Answers to the form; undefined when they were erased. */
  readonly answers: JsonObject | undefined;
  readonly demonstration: boolean;
  /** Where the slip is checked. */
  readonly verificationUrl: string;
}

/** Undefined before the dossier has a code and an appointed day. */
export function controlSlipFacts(course: DossierCourse, known: Known): ControlSlipFacts | undefined {
  const { dossier, procedure, position, changedAt: madeAt } = course;
  const { acceptance } = dossier;
  if (acceptance === undefined) return undefined;
  const { name, address } = applicantOf(course, known.answers, known.nameOf(dossier.applicant));
  return {
    authority: authorityOf(course),
    recordNumber: `${position}/PKS`,
    place: procedure.licence.issuer?.place ?? '',
    madeAt,
    signer: { title: 'Người tiếp nhận hồ sơ', name: known.nameOf(acceptedBy(course)) },
    provisional: known.demonstration,
    verificationUrl: known.verificationUrl,
    dossierCode: acceptance.code,
    procedureName: procedure.name.vi,
    applicant: { name, address },
    receivedAt: dossier.receivedAt,
    appointedAt: acceptance.dueAt,
    steps: controlSteps(course, known.handOf),
  };
}

/** A procedure that names no issuer leaves the head empty: the paper then refuses to be drawn. */
function authorityOf({ procedure }: DossierCourse): ControlSlipFacts['authority'] {
  const { parent = '', name = '' } = procedure.licence.issuer ?? {};
  return { parent, name };
}
