import { startOfDay } from '#libs/kernel/time.js';
import type { DecisionCommonFacts } from '../decisions.js';
import type { Block } from '../layout/block.js';
import type { Template } from '../rendered-paper.js';
import type { Article } from './articles.js';
import { articleBlocks, decidesBlock, groundBlocks } from './articles.js';
import { decisionWording as wording } from './decision-wording.js';
import { filled } from './filled.js';
import { pageFurniture } from './furniture.js';
import { A4 } from './measures.js';
import { kept, officialClosing } from './official-closing.js';
import { officialHead, officialTitle } from './official-parts.js';
import { glued, writtenDate } from './vietnamese.js';

/** What one kind of decision says between its grounds and its signature. */
export interface DecisionBody<Facts> {
  readonly id: string;
  readonly version: string;
  readonly wording: { readonly subject: string; readonly appeal?: string };
  articles(facts: Facts, width: number): readonly Article[];
}

export function decisionTemplate<Facts extends DecisionCommonFacts>(
  decision: DecisionBody<Facts>,
): Template<Facts> {
  return {
    id: decision.id,
    version: decision.version,
    wording: { common: commonWording(), own: decision.wording },
    sheet: A4.sheet,
    attachment: { name: 'quyet-dinh.json', description: 'Nội dung quyết định ở dạng dữ liệu' },
    titleOf: (facts) => `Quyết định số ${facts.decisionNumber}`,
    authorOf: (facts) => facts.authority.name,
    madeAt: (facts) => new Date(startOfDay(facts.issuedOn)),
    furniture: (facts, page) => pageFurniture(facts, page, A4.sheet),
    blocks: (facts, width, additions) => [
      ...officialHead(headOf(facts), A4, width),
      ...officialTitle(wording.title, filled(decision.wording.subject, valuesOf(facts)), A4),
      ...grounds(facts),
      decidesBlock(wording.decides),
      ...kept(articlesOf(decision, facts, width).flatMap(articleBlocks)),
      officialClosing(facts, wording, { width, additions }),
    ],
  };
}

function articlesOf<Facts extends DecisionCommonFacts>(
  decision: DecisionBody<Facts>,
  facts: Facts,
  width: number,
): Article[] {
  return [
    ...decision.articles(facts, width),
    ...appealIn(decision, facts),
    stated(filled(wording.enforcement, valuesOf(facts))),
  ];
}

function appealIn<Facts extends DecisionCommonFacts>(
  { wording: { appeal } }: DecisionBody<Facts>,
  facts: Facts,
): readonly Article[] {
  if (appeal === undefined || facts.appealUntil === undefined) return [];
  const until = writtenDate(facts.appealUntil, 'appealUntil');
  return [stated(filled(appeal, { ...valuesOf(facts), until }))];
}

export const stated = (opening: string): Article => ({ opening, clauses: [] });

function commonWording(): object {
  return Object.fromEntries(Object.entries(wording).filter(([, value]) => typeof value === 'string'));
}

function headOf(facts: DecisionCommonFacts) {
  return {
    parent: facts.authority.parent,
    agency: facts.authority.name,
    number: filled(wording.number, { number: facts.decisionNumber }),
    placeAndDate: `${facts.place}, ${writtenDate(facts.issuedOn, 'issuedOn')}`,
  };
}

function grounds(facts: DecisionCommonFacts): Block[] {
  const { dossierCode, proposedBy } = facts;
  const values = valuesOf(facts);
  return groundBlocks(facts.authority.decider, [
    ...facts.legalGrounds.map((ground) =>
      filled(wording.ground, { ground: ground.replace(/^Căn cứ\s+/u, '') }),
    ),
    filled(wording.licenceGround, values),
    ...(dossierCode ? [filled(wording.application, { ...values, dossier: glued(dossierCode) })] : []),
    ...(proposedBy ? [filled(wording.proposal, { proposer: proposedBy })] : []),
  ]);
}

/** What the sentences of every decision name. */
export function valuesOf({ licence, holder }: DecisionCommonFacts): Record<string, string> {
  const taxCode = holder.taxCode ? filled(wording.taxCode, { taxCode: holder.taxCode }) : '';
  return {
    licence: glued(licence.number),
    licenceDate: writtenDate(licence.issuedOn, 'licence.issuedOn'),
    subject: licence.subject.charAt(0).toLowerCase() + licence.subject.slice(1),
    holder: holder.name,
    holderTitle: filled(wording.holderTitle, holder) + taxCode,
  };
}
