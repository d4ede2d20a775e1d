import { localDateOf } from '#libs/kernel/time.js';
import type { Block } from '../layout/block.js';
import { mm } from '../layout/mark.js';
import type { Template } from '../rendered-paper.js';
import type {
  ApologyFacts,
  ReceiptFacts,
  RefusalFacts,
  SlipCommonFacts,
  SlipFacts,
  SlipKind,
  StopFacts,
  SupplementFacts,
} from '../slips.js';
import { filled } from './filled.js';
import { punctuated } from './official-parts.js';
import type { SlipBody } from './slip-parts.js';
import {
  applicantBlocks,
  deskClosing,
  labelled,
  letterClosing,
  questions,
  receiptClosing,
  sentence,
  slipTemplate,
  statement,
  whereabouts,
} from './slip-parts.js';
import { slipWording as wording } from './slip-wording.js';
import { glued, writtenDate, writtenMoment } from './vietnamese.js';

const TABLE_SIZE = 9;

const receipt: SlipBody<ReceiptFacts> = {
  id: 'mau-01-tiep-nhan-hen-tra',
  wording: wording.receipt,
  body: (facts, width) => [
    ...applicantBlocks(wording.receivedFrom, facts),
    statement(wording.receipt.papers, { keepWithNext: true }),
    {
      kind: 'table',
      widths: [mm(8), width - mm(8 + 14 + 26), mm(14), mm(26)],
      head: wording.receipt.columns,
      rows: facts.papers.map(({ name, copies, form }, index) => [
        String(index + 1),
        name,
        twoDigits(copies),
        form,
      ]),
      centred: [0, 2],
      size: TABLE_SIZE,
      spaceBefore: 3,
    },
    labelled(wording.receipt.sets, filled(wording.receipt.setsUnit, { sets: twoDigits(facts.sets) })),
    labelled(wording.receipt.limit, facts.limit),
    labelled(wording.receipt.receivedAt, writtenMoment(facts.receivedAt, 'receivedAt')),
    labelled(wording.receipt.appointedAt, writtenMoment(facts.appointedAt, 'appointedAt'), 'bold'),
    labelled(wording.receipt.resultAt, facts.resultAt),
    labelled(wording.receipt.fee, facts.fee),
    ...(facts.register ? [statement(filled(wording.receipt.register, facts.register))] : []),
    labelled(wording.receipt.contact, glued(facts.contactPhone)),
  ],
  closing: (facts, width) => [
    receiptClosing(
      facts,
      [
        { title: wording.receipt.applicant, name: facts.applicant.name, role: 'applicant' },
        { title: wording.receipt.officer, name: facts.officer, role: 'person' },
      ],
      width,
    ),
  ],
};

const supplement: SlipBody<SupplementFacts> = {
  id: 'mau-02-yeu-cau-bo-sung',
  wording: wording.supplement,
  body: (facts, width) => [
    ...applicantBlocks(wording.dossierOf, facts),
    statement(wording.supplement.items, { keepWithNext: true }),
    {
      kind: 'table',
      widths: [mm(9), (width - mm(9)) * 0.42, (width - mm(9)) * 0.58],
      head: wording.supplement.columns,
      rows: facts.items.map(({ paper, wanted }, index) => [String(index + 1), paper, wanted]),
      centred: [0],
      size: TABLE_SIZE,
      spaceBefore: 3,
    },
    labelled(wording.reason, facts.reason),
    ...(facts.answerUntil ? [answerUntil(facts.answerUntil)] : []),
    questions(facts),
  ],
  closing: (facts, width) => [
    deskClosing(facts, { title: wording.supplement.officer, name: facts.officer, role: 'person' }, width),
  ],
};

function answerUntil(date: NonNullable<SupplementFacts['answerUntil']>): Block {
  const text = filled(wording.supplement.until, { date: writtenDate(date, 'answerUntil') });
  return labelled(wording.supplement.answerUntil, text, 'bold');
}

const refusal: SlipBody<RefusalFacts> = {
  id: 'mau-03-tu-choi-tiep-nhan',
  wording: wording.refusal,
  body: (facts) => [
    ...applicantBlocks(wording.receivedFrom, facts),
    sentence(filled(wording.refusal.opening, { unit: facts.authority.name }), { keepWithNext: true }),
    ...reasonBlocks(facts.reasons),
    ...(facts.guidance ? [labelled(wording.refusal.guidance, facts.guidance)] : []),
    questions(facts),
  ],
  closing: (facts, width) => [
    deskClosing(facts, { title: wording.refusal.officer, name: facts.officer, role: 'person' }, width),
  ],
};

const apology: SlipBody<ApologyFacts> = {
  id: 'mau-04-xin-loi-gia-han',
  wording: wording.apology,
  body: (facts) => {
    const values = letterValues(facts);
    const appointed = writtenMoment(facts.appointedAt, 'appointedAt');
    return [
      ...addressee(facts),
      sentence(filled(wording.apology.opening, { ...values, appointed })),
      sentence(filled(wording.apology.late, values)),
      labelled(wording.reason, facts.reason),
      sentence(
        filled(wording.apology.sorry, {
          ...values,
          date: writtenDate(facts.newAppointmentOn, 'newAppointmentOn'),
        }),
      ),
      sentence(filled(wording.apology.thanks, { phone: glued(facts.contactPhone) }), { keepWithNext: true }),
    ];
  },
  closing: (facts, width) => [letterClosing(facts, facts.signer, width)],
};

const stop: SlipBody<StopFacts> = {
  id: 'mau-05-dung-giai-quyet',
  wording: wording.stop,
  body: (facts) => [
    ...addressee(facts),
    sentence(filled(wording.stop.opening, letterValues(facts))),
    sentence(stopSentence(facts)),
    statement(wording.reason, { keepWithNext: true }),
    ...reasonBlocks(facts.reasons),
    labelled(wording.stop.stage, facts.stage),
    labelled(wording.stop.fees, facts.fees),
    questions(facts),
  ],
  closing: (facts, width) => [letterClosing(facts, facts.signer, width)],
};

function stopSentence(facts: StopFacts): string {
  const values = { ...letterValues(facts), from: writtenDate(localDateOf(facts.madeAt), 'madeAt') };
  if (facts.requestedOn === undefined) return filled(wording.stop.stopped, values);
  return filled(wording.stop.requested, { ...values, date: writtenDate(facts.requestedOn, 'requestedOn') });
}

function letterValues(facts: ApologyFacts | StopFacts): Record<string, string> {
  const request = facts.procedureName;
  return {
    received: writtenMoment(facts.receivedAt, 'receivedAt'),
    unit: facts.authority.name,
    applicant: facts.applicant.name,
    request: request.charAt(0).toLowerCase() + request.slice(1),
    dossier: glued(facts.dossierCode),
  };
}

function addressee(facts: SlipCommonFacts): Block[] {
  const name: Block = {
    ...labelled(wording.to, facts.applicant.name, 'bold'),
    align: 'centre',
    spaceBefore: 4,
  };
  return [name, ...whereabouts(facts)];
}

function reasonBlocks(reasons: readonly string[]): Block[] {
  return punctuated(reasons).map((reason) => sentence(`- ${reason}`));
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}

export const slipTemplates: { readonly [Kind in SlipKind]: Template<SlipFacts[Kind]> } = {
  receipt: slipTemplate(receipt),
  supplement: slipTemplate(supplement),
  refusal: slipTemplate(refusal),
  apology: slipTemplate(apology),
  stop: slipTemplate(stop),
};
