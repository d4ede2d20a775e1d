import { readFile } from 'node:fs/promises';
import type { CalendarBook } from '#libs/calendar/calendar-book.js';
import type { CalendarEdition } from '#libs/calendar/calendar.js';
import type { CalendarFault } from '#libs/calendar/edition-faults.js';
import { readEdition } from '#libs/calendar/edition-input.js';
import { hashOf } from '#libs/procedures/load-procedures.js';
import { CliError } from '../cli-error.js';

interface CheckedEdition {
  readonly edition?: CalendarEdition;
  readonly faults: readonly CalendarFault[];
}

/** @throws CliError for a file that cannot be read or is no JSON. */
export async function checkedEdition(file: string): Promise<CheckedEdition> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CliError(`${file}: không đọc được (cannot be read)`);
  });
  const read = readEdition(parsed(file, text));
  return 'faults' in read ? read : { edition: read.edition, faults: [] };
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CliError(`${file}: không phải JSON hợp lệ (is not valid JSON)`);
  }
}

export interface HashedEdition {
  readonly edition: CalendarEdition;
  readonly hash: string;
}

const KNOWN = /^([\w-]+)@([\w.-]+)$/u;

/** An edition from a file, or one that is known by its name, `vietnam@2026.2`. @throws CliError with all faults. */
export async function namedEdition(named: string, book: CalendarBook): Promise<HashedEdition> {
  const [, id, version] = KNOWN.exec(named) ?? [];
  const known = id !== undefined && version !== undefined ? book.find({ id, version }) : undefined;
  if (known) return hashed(known.edition);
  const { edition, faults } = await checkedEdition(named);
  if (edition) return hashed(edition);
  throw new CliError(`${named}: ${faults.map(({ path, message }) => `${path}: ${message}`).join('; ')}`);
}

/** The hash is of all that the edition says, but for itself. */
function hashed(named: CalendarEdition): HashedEdition {
  const { hash: _, ...edition } = named;
  return { edition, hash: hashOf(edition) };
}
