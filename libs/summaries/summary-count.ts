import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { Ground } from '#libs/licence/events.js';
import type { LicenceStage } from '#libs/licence/licence.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import type { Act, DepartmentSummary, DutyCounts, DutyLine, ViolationLine } from './department-summary.js';
import type { Tally } from './tally.js';

export type Counted = Pick<
  DepartmentSummary,
  'licences' | 'acts' | 'duties' | 'reported' | 'late' | 'violations'
>;

const grounds: Readonly<Record<'remedyOverrun' | 'suspendedAgain', Bilingual>> = {
  remedyOverrun: { vi: 'Không khắc phục trong thời hạn yêu cầu', en: 'A remedy was not carried out in time' },
  suspendedAgain: { vi: 'Bị đình chỉ lần thứ hai', en: 'Suspended for the second time' },
};

/** Adds licence by licence. In whatever order they come, the result is the same. */
export class SummaryCount {
  private readonly licences: Record<LicenceStage, number> = {
    inForce: 0,
    suspended: 0,
    revoked: 0,
    expired: 0,
    returned: 0,
    replaced: 0,
  };
  private readonly acts: Record<Act, number> = {
    issued: 0,
    amended: 0,
    extended: 0,
    reissued: 0,
    holderChanged: 0,
    inspected: 0,
    suspended: 0,
    resumed: 0,
    revoked: 0,
    returned: 0,
    replaced: 0,
    expired: 0,
  };
  private duties: DutyCounts = {
    fulfilled: 0,
    fulfilledLate: 0,
    excused: 0,
    missed: 0,
    lapsed: 0,
    examined: 0,
    returned: 0,
    awaited: 0,
    late: 0,
    unfollowed: 0,
  };
  private readonly reported: DutyLine[] = [];
  private readonly late: DutyLine[] = [];
  private readonly violations = new Map<string, ViolationLine>();

  add(tally: Tally, procedure: Procedure): void {
    if (tally.stage) this.licences[tally.stage] += 1;
    for (const act of tally.acts) this.acts[act] += 1;
    for (const line of tally.duties) this.addDuty(line);
    for (const { ground, measure } of tally.violations) {
      const known = this.violations.get(codeOf(ground)) ?? violationOf(ground, procedure);
      this.violations.set(known.code, { ...known, [measure]: known[measure] + 1 });
    }
  }

  result(): Counted {
    const { licences, acts, duties } = this;
    const violations = [...this.violations.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
    return {
      licences,
      acts,
      duties,
      reported: this.reported.sort(byDueDay),
      late: this.late.sort(byDueDay),
      violations,
    };
  }

  private addDuty(line: DutyLine): void {
    const { standing } = line;
    this.duties = { ...this.duties, [standing]: (this.duties[standing] ?? 0) + 1 };
    if (line.submittedOn !== null) this.reported.push(line);
    if (standing === 'late' || standing === 'missed') this.late.push(line);
  }
}

function codeOf(ground: Ground): string {
  return ground.kind === 'violation' ? ground.violation : ground.kind;
}

function violationOf(ground: Ground, { licence: { supervision } }: Procedure): ViolationLine {
  const code = codeOf(ground);
  const none = { findings: 0, suspensions: 0, revocations: 0 };
  if (ground.kind !== 'violation') return { code, name: grounds[ground.kind], ...none };
  const known = supervision?.violations.find((violation) => violation.code === code);
  return { code, name: known?.text ?? { vi: code, en: code }, ...none };
}

function byDueDay(one: DutyLine, other: DutyLine): number {
  return keyOf(one) < keyOf(other) ? -1 : 1;
}

/** Numbers of licences in the order of the register, `2/…` before `10/…`. */
function keyOf({ dueOn, licence, licenceId, obligation }: DutyLine): string {
  const text = licence.replace(/^\d+/u, (digits) => digits.padStart(6, '0'));
  return [dueOn, text, licenceId, obligation].join(' ');
}
