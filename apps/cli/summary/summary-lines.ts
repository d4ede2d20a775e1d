import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { DepartmentSummary, DutyLine } from '#libs/summaries/department-summary.js';
import { actTexts, stageTexts, standingTexts } from '#libs/summaries/summary-texts.js';

const LABEL = 44;

/** A summary as a table for the terminal, in both languages. */
export function linesOf(summary: DepartmentSummary): readonly string[] {
  const { agency, period, position, asOfOn, violations } = summary;
  const { name, fromOn, toOn, dueOn, over } = period;
  return [
    `${agency}  ${name}  ${fromOn} – ${toOn}${over ? '' : ' (not over)'}  due ${dueOn}`,
    `as of position ${position}, ${asOfOn}`,
    ...section('Giấy phép / licences', countLines(summary.licences, stageTexts)),
    ...section('Trong kỳ / in the period', countLines(summary.acts, actTexts)),
    ...section('Nghĩa vụ đến hạn / duties due', countLines(summary.duties, standingTexts)),
    ...section(
      'Vi phạm / violations',
      violations.map(
        ({ name: violation, findings, suspensions, revocations }) =>
          `${labelled(violation)} found ${findings} times, ${suspensions} suspended, ${revocations} revoked`,
      ),
    ),
    ...section('Quá hạn / late', summary.late.map(dutyLine)),
    ...section('Đã báo cáo / reported', summary.reported.map(dutyLine)),
  ];
}

export function section(title: string, lines: readonly string[]): readonly string[] {
  return ['', title, ...(lines.length > 0 ? lines.map((line) => `  ${line}`) : ['  –'])];
}

/** What there is none of is left out. */
function countLines<Term extends string>(
  counts: Readonly<Partial<Record<Term, number>>>,
  texts: Readonly<Record<Term, Bilingual>>,
): readonly string[] {
  return (Object.keys(texts) as Term[]).flatMap((term) => {
    const count = counts[term] ?? 0;
    return count > 0 ? [`${labelled(texts[term])} ${count}`] : [];
  });
}

export function labelled({ vi, en }: Bilingual): string {
  return `${vi} / ${en}`.padEnd(LABEL);
}

function dutyLine({ licence, holder, obligation, dueOn, submittedOn, standing }: DutyLine): string {
  const handedIn = submittedOn === null ? '' : `, handed in ${submittedOn}`;
  return `${licence.padEnd(14)} ${holder}  ${obligation}  due ${dueOn}${handedIn}: ${standingTexts[standing].en}`;
}
