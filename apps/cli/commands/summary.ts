import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Backbone } from '#libs/backbone/backbone.js';
import { renderRecord } from '#libs/documents/records.js';
import type { AgencyId } from '#libs/kernel/ids.js';
import { type LocalDate, localDateOf } from '#libs/kernel/time.js';
import type { ProcedureBook } from '#libs/procedures/book.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { paperOf } from '#libs/summaries/paper-of.js';
import { findPeriod, type Period } from '#libs/summary-duties/period.js';
import { type Summarised, summarise } from '#libs/summaries/summarise.js';
import { sendingHistory } from '#libs/summaries/sending-history.js';
import { readSending } from '#libs/summaries/sendings.js';
import { CliError } from '../cli-error.js';
import { sentLines, type WhatWasSent } from '../summary/sent-lines.js';
import { linesOf } from '../summary/summary-lines.js';
import { print, printJson, withBackbone } from './open-log.js';

interface SummaryOptions {
  readonly period: string;
  readonly position?: string;
  readonly agency?: string;
  readonly json: boolean;
  readonly pdf?: string;
  readonly history: boolean;
}

export function addSummaryCommand(program: Command): void {
  program
    .command('summary')
    .description(
      'what a department reports to its ministry and its People’s Committee: who reported, who is late, licences by state, and whether it was sent',
    )
    .requiredOption('--period <period>', 'a year or a half of one: 2026, 2026-H1, 2026-H2')
    .option('--position <position>', 'as of this position of the log; default: all that it knows')
    .option('--agency <agency>', 'whose; default: the agency whose procedures are in force, if it is one')
    .option('--json', 'as JSON', false)
    .option('--pdf <file>', 'draw the paper into this file')
    .option('--history', 'all that was recorded about its sending, mistakes too', false)
    .action(summary);
}

async function summary({ json, pdf, history, ...options }: SummaryOptions): Promise<void> {
  const period = findPeriod(options.period);
  if (!period) throw new CliError(`${options.period} is no period; there are 2026, 2026-H1, 2026-H2`);
  await withBackbone(async (backbone, { gateway }) => {
    const found = await find(backbone, period, options);
    if (pdf !== undefined)
      await writeFile(
        pdf,
        await drawn(backbone, { found, period, verifyUrl: `${gateway.publicUrl}/verify` }),
      );
    const sent = await whatWasSent(backbone, found.summary.agency, { period, history });
    if (json) printJson({ ...found.summary, ...sent });
    else for (const line of [...linesOf(found.summary), ...sentLines(sent)]) print(line);
    if (pdf !== undefined && !json) print(`written to ${pdf}`);
  });
}

/** As of now, beside a summary that stays as its position tells it. */
async function whatWasSent(
  { store, clock }: Backbone,
  agency: AgencyId,
  { period, history }: { readonly period: Period; readonly history: boolean },
): Promise<WhatWasSent> {
  const sending = await readSending(store, agency, { period, today: localDateOf(clock.now()) });
  return history ? { sending, history: await sendingHistory(store, agency, period) } : { sending };
}

async function find(
  { store, books, clock }: Backbone,
  period: Period,
  { position, agency }: Pick<SummaryOptions, 'position' | 'agency'>,
): Promise<Summarised> {
  const { procedures } = books;
  const asked = (agency as AgencyId | undefined) ?? onlyAgency(procedures, localDateOf(clock.now()));
  const question = { agency: asked, period, position: positionOf(position) };
  const answer = await summarise({ store, procedures }, question);
  if (!('refusal' in answer)) return answer;
  throw new CliError(
    answer.refusal === 'PeriodNotBegun'
      ? `At this position of the log ${period.name} had not begun`
      : 'The log has nothing at this position',
  );
}

/** Whose procedures are in force today. @throws CliError unless it is one agency. */
function onlyAgency(book: ProcedureBook, today: LocalDate): AgencyId {
  const agencies = (procedures: readonly Procedure[]) => [
    ...new Set(procedures.map(({ competentAgency }) => competentAgency)),
  ];
  const [only, ...others] = agencies(book.list().filter((one) => book.on(one.id, today) === one));
  if (only !== undefined && others.length === 0) return only;
  throw new CliError(`Say whose summary with --agency: ${agencies(book.list()).join(', ')}`);
}

function positionOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/u.test(text)) return Number(text);
  throw new CliError(`${text} is no position of the log: a whole number`);
}

interface Wanted {
  readonly found: Summarised;
  readonly period: Period;
  readonly verifyUrl: string;
}

async function drawn(
  { store, blobs, books, records }: Backbone,
  { found, period, verifyUrl }: Wanted,
): Promise<Uint8Array> {
  const { procedures, demonstration } = books;
  const sources = { store, blobs, procedures, demonstration, verifyUrl };
  const paper = paperOf(sources, found, period);
  return records.once({ ...paper, draw: (facts) => renderRecord(paper.kind, facts) });
}
