import { type Duration, isCountable } from '#libs/calendar/duration.js';
import { type ProcedureFault, fault } from '../fault.js';
import type { Procedure } from '../procedure.js';
import { durationsOf } from './walk.js';

const HOURS_OF_A_WORKING_DAY = 8;

/** Every clock can be counted, runs for some time, and fits into the one around it. */
export function timeFaults(procedure: Procedure): readonly ProcedureFault[] {
  return [
    ...durationsOf(procedure).flatMap(({ path, value }) => countFaults(path, value)),
    ...validityFaults(procedure),
    ...stepFaults(procedure),
    ...opinionFaults(procedure),
    ...supplementFaults(procedure),
  ];
}

function countFaults(path: string, duration: Duration): readonly ProcedureFault[] {
  if (!isCountable(duration)) {
    const text = `${duration.amount} ${duration.unit}`;
    return [
      fault(path, 'uncountable', {
        vi: `Không thể tính thời hạn “${text}”`,
        en: `A limit of "${text}" cannot be counted`,
      }),
    ];
  }
  if (duration.amount > 0) return [];
  return [
    fault(path, 'noTime', {
      vi: 'Thời hạn bằng không: hết hạn ngay khi bắt đầu',
      en: 'The time is nil: it is over when it starts',
    }),
  ];
}

function validityFaults({ validFrom, validTo }: Procedure): readonly ProcedureFault[] {
  if (validTo === undefined || validFrom <= validTo) return [];
  return [
    fault('validTo', 'neverInForce', {
      vi: 'Ngày hết hiệu lực trước ngày có hiệu lực',
      en: 'The last day of validity lies before the first',
    }),
  ];
}

/** The officers' steps are counted inside the legal limit; an office that grants them more plans to be late. */
function stepFaults({ steps, decisionLimit }: Procedure): readonly ProcedureFault[] {
  const { completeness, appraisal, decision, certificate } = steps;
  const limit = workingDays(decisionLimit.within);
  const granted = total([completeness, appraisal, decision, certificate]);
  if (limit === undefined || granted === undefined || granted <= limit) return [];
  return [
    fault('steps', 'stepsExceedLimit', {
      vi: `Tổng thời gian các bước (${granted} ngày làm việc) vượt quá thời hạn giải quyết (${limit} ngày làm việc)`,
      en: `The steps take ${granted} working days, the legal limit is ${limit}`,
    }),
  ];
}

function opinionFaults({ opinions, steps }: Procedure): readonly ProcedureFault[] {
  return opinions.flatMap(({ within }, index) => {
    if (!isLonger(within, steps.appraisal)) return [];
    return [
      fault(`opinions[${index}].within`, 'opinionAfterAppraisal', {
        vi: 'Thời hạn cho ý kiến dài hơn thời gian thẩm định',
        en: 'The opinion may come later than the appraisal is due',
      }),
    ];
  });
}

function supplementFaults({ supplement, steps }: Procedure): readonly ProcedureFault[] {
  const { maxRequests, askWithin } = supplement;
  const faults: ProcedureFault[] = [];
  if (maxRequests === 0) {
    faults.push(
      fault('supplement.maxRequests', 'unreachableStage', {
        vi: 'Không cho phép yêu cầu bổ sung nên giai đoạn bổ sung không bao giờ được thực hiện',
        en: 'No supplement may be asked for: the stage "supplement" is never reached',
      }),
    );
  }
  if (askWithin !== undefined && isLonger(steps.completeness, askWithin)) {
    faults.push(
      fault('supplement.askWithin', 'askedTooLate', {
        vi: 'Hết thời gian được yêu cầu bổ sung trước khi kiểm tra xong tính đầy đủ của hồ sơ',
        en: 'The time to ask for a supplement is over before the check of completeness is due',
      }),
    );
  }
  return faults;
}

/** False where the two cannot be compared. */
function isLonger(one: Duration, other: Duration): boolean {
  const [left, right] = [workingDays(one), workingDays(other)];
  return left !== undefined && right !== undefined && left > right;
}

function total(durations: readonly Duration[]): number | undefined {
  const days = durations.map(workingDays);
  return days.reduce((sum, day) => (sum === undefined || day === undefined ? undefined : sum + day), 0);
}

/** Only working time can be compared without a calendar. */
function workingDays({ amount, unit }: Duration): number | undefined {
  if (unit === 'workingDays') return amount;
  return unit === 'workingHours' ? amount / HOURS_OF_A_WORKING_DAY : undefined;
}
