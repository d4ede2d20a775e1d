import type { Procedure } from './procedure.js';

/** The way of an application, in this order. While a supplement is awaited it rests where it was. */
export const allStages = [
  'receipt',
  'completeness',
  'appraisal',
  'decision',
  'certificate',
  'handover',
] as const;
export type ProcedureStage = (typeof allStages)[number];

/** The stages that an application by this procedure passes; all of them where it names none. */
export function stagesOf({ stages = allStages }: Pick<Procedure, 'stages'>): readonly ProcedureStage[] {
  return stages;
}

export function hasStage(procedure: Pick<Procedure, 'stages'>, stage: ProcedureStage): boolean {
  return stagesOf(procedure).includes(stage);
}
