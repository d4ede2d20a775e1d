import { CLAIMS_INDEX, type Log } from './log-collection.js';
import type { Asking } from './patience.js';

export interface Claimed {
  readonly number: number;
  readonly position: number;
  readonly stream: string;
}

/** Numbers are six digits, so ':' (the character after '9') ends a register's range. `$elemMatch` keeps both bounds on one claim. */
function inRegister(register: string) {
  return { claims: { $exists: true, $elemMatch: { $gte: `${register}#`, $lt: `${register}#:` } } };
}

/** The last number is the first entry of the register's range in the descending index, read without a sort. */
export async function lastClaimed(log: Log, register: string, asking: Asking): Promise<number> {
  const last = await log.collection.findOne(inRegister(register), {
    hint: CLAIMS_INDEX,
    projection: { claims: 1 },
    ...asking,
  });
  return Math.max(0, ...numbersIn(register, last?.claims ?? []));
}

export async function listClaims(log: Log, register: string, asking: Asking): Promise<readonly Claimed[]> {
  const claimed: Claimed[] = [];
  const commits = log.collection.find(inRegister(register), {
    hint: CLAIMS_INDEX,
    projection: { claims: 1, stream: 1 },
    ...asking,
  });
  for await (const { _id, stream, claims } of commits) {
    for (const number of numbersIn(register, claims ?? [])) claimed.push({ number, position: _id, stream });
  }
  return claimed.sort((a, b) => a.number - b.number);
}

function numbersIn(register: string, claims: readonly string[]): readonly number[] {
  const prefix = `${register}#`;
  return claims
    .filter((claim) => claim.startsWith(prefix))
    .map((claim) => Number(claim.slice(prefix.length)));
}
