import type { WorkflowHandle } from '@temporalio/client';
import { setTimeout as wait } from 'node:timers/promises';
import { instantFromEpoch, localDateOf, type LocalDate } from '#libs/kernel/time.js';
import { CliError } from '../cli-error.js';

export interface WorkflowSight {
  readonly id: string;
  readonly status: string;
  readonly historyEvents: number;
}

export interface LicenceSight {
  readonly id: string;
  readonly status: string;
  readonly nextReminderOn: LocalDate | null;
}

interface Sights {
  readonly workflow: WorkflowSight;
  readonly licenceWorkflow: LicenceSight | null;
}

const SETTLES_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 200;

/** The workflows behind a dossier and its licence, once the dossier's has ended and the licence's knows its next reminder. */
export async function sightOf(
  address: string,
  { dossierId, licenceId }: { readonly dossierId: string; readonly licenceId: string | undefined },
): Promise<Sights> {
  const { Client, Connection } = await import('@temporalio/client');
  const connection = await Connection.connect({ address, connectTimeout: '10 seconds' }).catch(
    (cause: unknown) => {
      throw new CliError(`No Temporal answers at ${address}`, { cause });
    },
  );
  try {
    const { workflow } = new Client({ connection });
    const look = (id: string) => workflow.getHandle(id).describe();
    const dossier = await settled(
      () => look(`dossier/${dossierId}`),
      ({ status }) => status.name !== 'RUNNING',
    );
    return {
      workflow: { id: dossier.workflowId, status: dossier.status.name, historyEvents: dossier.historyLength },
      licenceWorkflow:
        licenceId === undefined ? null : await licenceSight(() => look(`licence/${licenceId}`)),
    };
  } finally {
    await connection.close();
  }
}

type Description = Awaited<ReturnType<WorkflowHandle['describe']>>;

async function licenceSight(look: () => Promise<Description>): Promise<LicenceSight> {
  const { workflowId, status, searchAttributes } = await settled(
    look,
    (seen) => dueAt(seen.searchAttributes) !== undefined,
  );
  const due = dueAt(searchAttributes);
  return {
    id: workflowId,
    status: status.name,
    nextReminderOn: due ? localDateOf(instantFromEpoch(due.getTime())) : null,
  };
}

function dueAt(attributes: Description['searchAttributes']): Date | undefined {
  const [value] = attributes['HosoDueAt'] ?? [];
  return value instanceof Date ? value : undefined;
}

/** Looks until it is as wanted, or time is over; then what is there is told as it is. */
async function settled(
  look: () => Promise<Description>,
  isWanted: (seen: Description) => boolean,
): Promise<Description> {
  const giveUpAt = performance.now() + SETTLES_WITHIN_MS;
  for (;;) {
    const seen = await look().catch((error: unknown) => {
      if (performance.now() > giveUpAt) throw error;
      return undefined;
    });
    if (seen && (isWanted(seen) || performance.now() > giveUpAt)) return seen;
    await wait(LOOK_EVERY_MS);
  }
}
