import { startOfDay } from '#libs/kernel/time.js';
import type { Block } from '../layout/block.js';
import type {
  ConfirmationFacts,
  DemandFacts,
  LetterCommonFacts,
  LetterFacts,
  LetterKind,
  ReminderFacts,
} from '../letters.js';
import type { Template } from '../rendered-paper.js';
import { filled } from './filled.js';
import { pageFurniture } from './furniture.js';
import { letterWording as wording } from './letter-wording.js';
import { A4 } from './measures.js';
import { kept, officialClosing } from './official-closing.js';
import { bodyText, centred, officialHead, punctuated, run } from './official-parts.js';
import { glued, unended, writtenDate } from './vietnamese.js';

/** What one kind of letter is about, and its paragraphs. */
interface LetterBody<Facts> {
  readonly id: string;
  readonly version: string;
  readonly wording: object;
  about(facts: Facts): string;
  paragraphs(facts: Facts): readonly string[];
}

const reminder: LetterBody<ReminderFacts> = {
  id: 'cong-van-nhac-thuc-hien-nghia-vu',
  version: '3',
  wording: wording.reminder,
  about: (facts) => filled(wording.reminder.about, valuesOf(facts)),
  paragraphs: (facts) => {
    const values = {
      ...valuesOf(facts),
      duty: facts.duty,
      due: writtenDate(facts.dueOn, 'dueOn'),
    };
    return [
      filled(wording.grounds, values),
      filled(facts.items ? wording.reminder.dutyWithItems : wording.reminder.duty, values),
      ...punctuated(facts.items ?? []).map((item) => `- ${item}`),
      filled(wording.ending, { ...values, phone: glued(facts.contactPhone) }),
    ];
  },
};

const demand: LetterBody<DemandFacts> = {
  id: 'cong-van-yeu-cau-bao-cao-khac-phuc',
  version: '3',
  wording: wording.demand,
  about: (facts) => filled(wording.demand.about, { ...valuesOf(facts), subject: facts.subject }),
  paragraphs: (facts) => {
    const values = {
      ...valuesOf(facts),
      until: writtenDate(facts.answerUntil, 'answerUntil'),
      consequence: unended(facts.consequence),
    };
    return [
      filled(wording.grounds, values),
      filled(wording.demand.findings, values),
      ...numbered(facts.findings),
      filled(wording.demand.demands, values),
      ...numbered(facts.demands),
      filled(wording.demand.until, values),
      filled(wording.ending, { ...values, phone: glued(facts.contactPhone) }),
    ];
  },
};

const confirmation: LetterBody<ConfirmationFacts> = {
  id: 'cong-van-xac-nhan-thong-bao',
  version: '4',
  wording: wording.confirmation,
  about: ({ what }) => filled(wording.confirmation.about, { what }),
  paragraphs: (facts) => {
    const { what, since, validUntil } = facts;
    const values = { ...valuesOf(facts), what, since: writtenDate(since, 'since') };
    return [
      filled(wording.grounds, values),
      filled(wording.confirmation.told, values),
      ...changedText(facts),
      validUntil === undefined
        ? filled(wording.confirmation.ends, values)
        : filled(wording.confirmation.remains, { until: writtenDate(validUntil, 'validUntil') }),
      filled(wording.confirmation.ending, values),
    ];
  },
};

function changedText({ changed }: ConfirmationFacts): readonly string[] {
  if (!changed) return [];
  const { before, after } = changed;
  return before === undefined
    ? [filled(wording.confirmation.now, { after: unended(after) })]
    : [filled(wording.confirmation.changed, { before: unended(before), after: unended(after) })];
}

function numbered(texts: readonly string[]): string[] {
  return punctuated(texts).map((text, index) => `${index + 1}. ${text}`);
}

function letterTemplate<Facts extends LetterCommonFacts>(letter: LetterBody<Facts>): Template<Facts> {
  return {
    id: letter.id,
    version: letter.version,
    wording: { common: commonWording(), own: letter.wording },
    sheet: A4.sheet,
    titleOf: (facts) => `Văn bản số ${facts.letterNumber}`,
    authorOf: (facts) => facts.authority.name,
    madeAt: (facts) => new Date(startOfDay(facts.issuedOn)),
    furniture: (facts, page) => pageFurniture(facts, page, A4.sheet),
    blocks: (facts, width, additions) => [
      ...officialHead({ ...headOf(facts), about: letter.about(facts) }, A4, width),
      ...addressee(facts),
      ...kept(letter.paragraphs(facts).map((text) => bodyText([run(text, 'regular', A4.body)], A4))),
      officialClosing(facts, wording, { width, additions }),
    ],
  };
}

function commonWording(): object {
  return Object.fromEntries(Object.entries(wording).filter(([, value]) => typeof value === 'string'));
}

function headOf(facts: LetterCommonFacts) {
  return {
    parent: facts.authority.parent,
    agency: facts.authority.name,
    number: filled(wording.number, { number: facts.letterNumber }),
    placeAndDate: `${facts.place}, ${writtenDate(facts.issuedOn, 'issuedOn')}`,
  };
}

function addressee({ holder }: LetterCommonFacts): Block[] {
  const name: Block = {
    kind: 'paragraph',
    runs: [run(wording.to, 'regular', A4.title), run(holder.name, 'bold', A4.title)],
    align: 'centre',
    spaceBefore: 18,
    keepWithNext: true,
    role: 'H1',
  };
  const address = filled(wording.address, holder);
  return [name, centred(address, { face: 'italic', size: A4.body }, { keepWithNext: true })];
}

function valuesOf(facts: LetterCommonFacts): Record<string, string> {
  const { licence } = facts;
  return {
    unit: facts.authority.name,
    holder: facts.holder.name,
    licence: glued(licence.number),
    licenceDate: writtenDate(licence.issuedOn, 'licence.issuedOn'),
    subject: licence.subject.charAt(0).toLowerCase() + licence.subject.slice(1),
    grounds: facts.legalGrounds.map((ground) => ground.replace(/^Căn cứ\s+|[;.,\s]+$/gu, '')).join('; '),
  };
}

export const letterTemplates: { readonly [Kind in LetterKind]: Template<LetterFacts[Kind]> } = {
  reminder: letterTemplate(reminder),
  demand: letterTemplate(demand),
  confirmation: letterTemplate(confirmation),
};
