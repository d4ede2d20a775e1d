import type { ControlSlipFacts } from '#libs/documents/records.js';
import type { JsonObject } from '#libs/kernel/json.js';
import { licenceFacts } from '#libs/procedures/licence-facts.js';
import { controlSteps } from './control-steps.js';
import type { DossierCourse } from './dossier-course.js';

/** What papers say and the log does not know. */
export interface Known {
  readonly nameOf: (id: string) => string;
  /** Answers to the form; undefined when they were erased. */
  readonly answers: JsonObject | undefined;
  readonly demonstration: boolean;
}

/** Undefined before the dossier has a code and an appointed day. */
export function controlSlipFacts(course: DossierCourse, known: Known): ControlSlipFacts | undefined {
  const { dossier, procedure, position, changedAt: madeAt } = course;
  const { acceptance } = dossier;
  if (acceptance === undefined) return undefined;
  return {
    authority: authorityOf(course),
    recordNumber: `${position}/PKS`,
    place: procedure.licence.issuer?.place ?? '',
    madeAt,
    signer: { title: 'Người tiếp nhận hồ sơ', name: known.nameOf(acceptedBy(course)) },
    provisional: known.demonstration,
    dossierCode: acceptance.code,
    procedureName: procedure.name.vi,
    applicant: applicantOf(course, known),
    receivedAt: dossier.receivedAt,
    appointedAt: acceptance.dueAt,
    steps: controlSteps(course, known.nameOf),
  };
}

/** A procedure that names no issuer leaves the head empty: the paper then refuses to be drawn. */
function authorityOf({ procedure }: DossierCourse): ControlSlipFacts['authority'] {
  const { parent = '', name = '' } = procedure.licence.issuer ?? {};
  return { parent, name };
}

function acceptedBy({ moves, dossier }: DossierCourse): string {
  const accepted = moves.find(({ events }) => events.some(({ type }) => type === 'DossierAccepted'));
  return accepted?.by ?? dossier.applicant;
}

function applicantOf(
  { dossier, procedure }: DossierCourse,
  { answers, nameOf }: Known,
): ControlSlipFacts['applicant'] {
  const facts = answers === undefined ? {} : licenceFacts(procedure.licence.contents ?? [], answers);
  const holder = (facts['holder'] ?? {}) as { readonly name?: string; readonly address?: string };
  return { name: holder.name ?? nameOf(dossier.applicant), address: holder.address ?? 'Không còn lưu' };
}
