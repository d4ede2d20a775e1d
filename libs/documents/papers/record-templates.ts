import { localDateOf } from '#libs/kernel/time.js';
import type { Block, Paragraph, Table } from '../layout/block.js';
import { mm } from '../layout/mark.js';
import type { ControlSlipFacts, RecordFacts, RecordKind, RegisterExtractFacts } from '../records.js';
import type { Template } from '../rendered-paper.js';
import { checkBlocks } from './check-blocks.js';
import { filled } from './filled.js';
import { kept } from './official-closing.js';
import { pageFurniture } from './furniture.js';
import type { Measures } from './measures.js';
import { A4, A4_LANDSCAPE } from './measures.js';
import { centred, officialHead, run, shares, signatureBlocks } from './official-parts.js';
import { recordWording as wording } from './record-wording.js';
import { departmentSummary } from './summary-template.js';
import { phonesGlued, shortDate, shortMoment, writtenDate, writtenMoment } from './vietnamese.js';

/** What one kind of record says between its title and its signature. */
export interface RecordBody<Facts> {
  readonly id: string;
  readonly measures: Measures;
  readonly wording: { readonly title: string };
  body(facts: Facts, width: number): readonly Block[];
}

const controlSlip: RecordBody<ControlSlipFacts> = {
  id: 'mau-06-kiem-soat-qua-trinh',
  measures: A4,
  wording: wording.controlSlip,
  body: (facts, width) => [
    labelled(wording.dossier, facts.dossierCode),
    labelled(wording.applicant, facts.applicant.name),
    labelled(wording.address, facts.applicant.address),
    labelled(wording.request, facts.procedureName),
    labelled(wording.receivedAt, writtenMoment(facts.receivedAt, 'receivedAt')),
    labelled(wording.appointedAt, writtenMoment(facts.appointedAt, 'appointedAt')),
    {
      kind: 'table',
      widths: shares(width, [6, 24, 24, 17, 12, 17]),
      head: wording.controlSlip.columns,
      rows: facts.steps.map(({ from, to, at, result, note }, index) => [
        String(index + 1),
        from,
        to,
        shortMoment(at, `steps[${index}].at`),
        result ? wording.controlSlip[result] : '',
        note ?? '',
      ]),
      centred: [0, 3, 4],
      size: 11,
      spaceBefore: 8,
    },
  ],
};

const registerExtract: RecordBody<RegisterExtractFacts> = {
  id: 'mau-07-so-theo-doi-ho-so',
  measures: A4_LANDSCAPE,
  wording: wording.registerExtract,
  body: (facts, width) => {
    const entries = facts.entries ?? [];
    const values = {
      from: writtenDate(facts.fromOn, 'fromOn'),
      to: writtenDate(facts.toOn, 'toOn'),
      count: String(entries.length).padStart(2, '0'),
    };
    const says = entries.length > 0 ? wording.registerExtract.period : wording.registerExtract.none;
    const opening = centred(filled(says, values), { face: 'italic', size: A4.body });
    return entries.length > 0
      ? [{ ...opening, keepWithNext: true }, registerTable(entries, width)]
      : [opening];
  },
};

function registerTable(entries: RegisterExtractFacts['entries'], width: number): Table {
  return {
    kind: 'table',
    widths: shares(width, [4, 13, 14, 4, 12, 13, 10, 7.5, 7.5, 7.5, 8, 8]),
    head: wording.registerExtract.columns,
    rows: entries.map((entry, index) => [
      String(index + 1),
      entry.dossierCode,
      entry.procedureName,
      String(entry.sets).padStart(2, '0'),
      entry.applicant,
      phonesGlued(entry.contact),
      entry.agency,
      shortDate(entry.receivedOn, `entries[${index}].receivedOn`),
      shortDate(entry.appointedOn, `entries[${index}].appointedOn`),
      entry.returnedOn ? shortDate(entry.returnedOn, `entries[${index}].returnedOn`) : '',
      entry.way,
      entry.note ?? '',
    ]),
    centred: [0, 3, 7, 8, 9],
    size: 9,
    spaceBefore: 8,
  };
}

function labelled(label: string, value: string): Paragraph {
  return {
    kind: 'paragraph',
    runs: [run(label, 'regular', A4.body), run(value, 'bold', A4.body)],
    align: 'left',
    spaceBefore: 3,
  };
}

function recordTemplate<Facts extends RecordFacts[RecordKind]>(record: RecordBody<Facts>): Template<Facts> {
  const { measures } = record;
  return {
    id: record.id,
    version: '5',
    wording: { common: commonWording(), own: record.wording },
    sheet: measures.sheet,
    titleOf: (facts) => `${record.wording.title} ${facts.recordNumber}`,
    authorOf: (facts) => facts.authority.name,
    madeAt: (facts) => new Date(facts.madeAt),
    furniture: (facts, page) => pageFurniture(facts, page, measures.sheet),
    blocks: (facts, width) => [
      ...officialHead(headOf(facts), measures, width),
      centred(
        record.wording.title,
        { face: 'bold', size: measures.title },
        { spaceBefore: 16, keepWithNext: true, role: 'H1' },
      ),
      { kind: 'space', height: 6 },
      ...kept(record.body(facts, width)),
      closing(facts, width),
    ],
  };
}

function commonWording(): object {
  return Object.fromEntries(Object.entries(wording).filter(([, value]) => typeof value === 'string'));
}

function headOf(facts: RecordFacts[RecordKind]) {
  return {
    parent: facts.authority.parent,
    agency: facts.authority.name,
    number: filled(wording.number, { number: facts.recordNumber }),
    placeAndDate: `${facts.place}, ${writtenDate(localDateOf(facts.madeAt), 'madeAt')}`,
  };
}

/** Whoever keeps the record signs it; a record bears no seal. */
function closing(facts: RecordFacts[RecordKind], width: number): Block {
  const measures = { ...A4, signature: { width: mm(50), height: mm(22), seal: 0 } };
  return {
    kind: 'columns',
    spaceBefore: 14,
    columns: [
      { width: width / 2, blocks: checkBlocks(facts.verificationUrl, wording, A4.note) },
      { width: width / 2, blocks: signatureBlocks(facts.signer, measures, { width: width / 2 }) },
    ],
  };
}

export const recordTemplates: { readonly [Kind in RecordKind]: Template<RecordFacts[Kind]> } = {
  controlSlip: recordTemplate(controlSlip),
  registerExtract: recordTemplate(registerExtract),
  departmentSummary: recordTemplate(departmentSummary),
};
