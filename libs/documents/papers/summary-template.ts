import type { Block, Paragraph, Table } from '../layout/block.js';
import type { DepartmentSummaryFacts } from '../records.js';
import { filled } from './filled.js';
import { A4 } from './measures.js';
import { centred, run, shares } from './official-parts.js';
import type { RecordBody } from './record-templates.js';
import { recordWording } from './record-wording.js';
import { shortDate, writtenDate } from './vietnamese.js';

const wording = recordWording.departmentSummary;

/** A report of numbers, then the duties one by one; its tables go on over pages under a repeated head. */
export const departmentSummary: RecordBody<DepartmentSummaryFacts> = {
  id: 'bao-cao-tong-hop',
  measures: A4,
  wording,
  body: (facts, width) => {
    const to = writtenDate(facts.toOn, 'toOn');
    return [
      ...opening(facts, to),
      ...section(filled(wording.licences, { to }), [counted(facts.licences, width)]),
      ...section(wording.acts, [counted(facts.acts, width)]),
      ...section(wording.duties, [counted(facts.duties, width)]),
      ...section(wording.violations, violationTable(facts.violations ?? [], width)),
      ...section(wording.late, dutyTable('late', facts.late ?? [], width)),
      ...section(wording.reported, dutyTable('reported', facts.reported ?? [], width)),
    ];
  },
};

function opening(
  { addressees, periodName: name, fromOn, asOfOn }: DepartmentSummaryFacts,
  to: string,
): Block[] {
  const from = writtenDate(fromOn, 'fromOn');
  const style = { face: 'italic', size: A4.body } as const;
  return [
    centred(filled(wording.period, { name, from, to }), style),
    centred(filled(wording.asOf, { asOf: writtenDate(asOfOn, 'asOfOn') }), style),
    {
      kind: 'paragraph',
      runs: [run(`${wording.to}${addressees.join('; ')}.`, 'regular', A4.body)],
      align: 'left',
      spaceBefore: 10,
    },
  ];
}

function section(title: string, content: readonly Block[]): Block[] {
  const heading: Paragraph = {
    kind: 'paragraph',
    runs: [run(title, 'bold', A4.body)],
    align: 'left',
    spaceBefore: 12,
    keepWithNext: true,
  };
  return content.length > 0
    ? [heading, ...content]
    : [heading, { kind: 'paragraph', runs: [run(wording.none, 'regular', A4.body)], align: 'left' }];
}

function table(content: Pick<Table, 'widths' | 'head' | 'rows' | 'centred'>): Table {
  return { kind: 'table', size: 11, spaceBefore: 4, ...content };
}

function counted(lines: DepartmentSummaryFacts['acts'], width: number): Table {
  return table({
    widths: shares(width, [80, 20]),
    head: wording.counted,
    rows: lines.map(({ label, count }) => [label, String(count)]),
    centred: [1],
  });
}

function violationTable(lines: DepartmentSummaryFacts['violations'], width: number): Table[] {
  if (lines.length === 0) return [];
  const rows = lines.map(({ label, findings, suspensions, revocations }) => [
    label,
    String(findings),
    String(suspensions),
    String(revocations),
  ]);
  return [
    table({
      widths: shares(width, [52, 16, 16, 16]),
      head: wording.violationColumns,
      rows,
      centred: [1, 2, 3],
    }),
  ];
}

function dutyTable(
  field: 'late' | 'reported',
  lines: DepartmentSummaryFacts['late'],
  width: number,
): Table[] {
  if (lines.length === 0) return [];
  const rows = lines.map((line, index) => [
    String(index + 1),
    line.licence,
    line.holder,
    line.duty,
    shortDate(line.dueOn, `${field}[${index}].dueOn`),
    line.submittedOn ? shortDate(line.submittedOn, `${field}[${index}].submittedOn`) : '',
    line.standing,
  ]);
  const widths = shares(width, [6, 15, 23, 20, 13, 13, 14]);
  return [table({ widths, head: wording.dutyColumns, rows, centred: [0, 4, 5] })];
}
