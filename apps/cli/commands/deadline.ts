import { type Command, Option } from 'commander';
import { type Explanation, explainDeadline } from '#libs/calendar/explanation.js';
import { decisionQuestion } from '#libs/dossier/times.js';
import type { DossierId } from '#libs/kernel/ids.js';
import { CliError } from '../cli-error.js';
import { type AskedOptions, answerLines, explainAsked } from './deadline-question.js';
import { print, printJson, withBackbone } from './open-log.js';

interface ExplainOptions extends AskedOptions {
  readonly json: boolean;
  readonly batch: boolean;
}

const EXAMPLES = `
Ví dụ / Examples:
  hoso deadline explain --from 2026-11-16T09:00:00+07:00 --days 10
  hoso deadline explain --from 2026-11-16 --days 10 --rule restart --pause 2026-11-18..2026-11-23
  hoso deadline explain --from 2026-11-16 --days 10 --pause 2026-11-18.. --json    (tạm dừng chưa kết thúc / still open)
  hoso deadline explain --batch < questions.jsonl > answers.jsonl
  hoso deadline explain <mã định danh hồ sơ / dossier id>

Một dòng --batch / a line of --batch:
  {"from":"2026-11-16T09:00:00+07:00","days":10,"unit":"working","agency":"H21","rule":"resume","pauses":[{"from":"…","to":"…"}]}
  Mỗi dòng một câu trả lời, đúng thứ tự; dòng sai nhận {"refusal":…} nêu rõ trường. / One answer a line, in order; a bad line gets a refusal that names its field.

Ngày YYYY-MM-DD được hiểu là 00:00 giờ Việt Nam. / A bare date is its beginning in Viet Nam (UTC+07:00).`;

const UNITS = ['working', 'workingHours', 'hours', 'calendar', 'weeks', 'months', 'years'];

export function addDeadlineCommands(program: Command): void {
  program
    .command('deadline')
    .description('the legal clock (thời hạn)')
    .command('explain [dossier-id]')
    .description(
      'how a date follows from law, calendar and what happened, day by day (giải thích vì sao hạn là ngày đó)',
    )
    .option('--from <instant>', 'when the limit starts, ISO 8601 with offset, or a date (thời điểm bắt đầu)')
    .option('--days <number>', 'how long, in the unit (thời hạn)')
    .addOption(new Option('--unit <unit>', 'of the limit (đơn vị)').choices(UNITS).default('working'))
    .option('--agency <code>', "whose calendar; without it the country's (mã cơ quan)")
    .addOption(
      new Option('--rule <rule>', 'what a pause does (sau khi tạm dừng: tính tiếp hay tính lại)')
        .choices(['resume', 'restart'])
        .default('resume'),
    )
    .option(
      '--pause <from..to>',
      'a time that does not count; may be repeated, without an end it is open (tạm dừng)',
      collect,
    )
    .option('--batch', 'read questions from standard input, a JSON object a line (đọc nhiều câu hỏi)', false)
    .option('--json', 'as JSON', false)
    .addHelpText('after', EXAMPLES)
    .action(explain);
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

async function explain(id: string | undefined, options: ExplainOptions): Promise<void> {
  if (options.batch) await answerLines(process.stdin, process.stdout);
  else if (id === undefined) show(explainAsked(options), options);
  else show({ explanation: await explainDossier(id) }, options);
}

interface Shown {
  readonly explanation: Explanation;
  /** What `--json` says before the steps; for a dossier the whole explanation. */
  readonly answer?: object;
}

function show({ explanation, answer }: Shown, { json }: ExplainOptions): void {
  const { steps, text } = explanation;
  if (json) printJson(answer === undefined ? explanation : { ...answer, steps, text });
  else for (const step of steps) print(`${step.text.vi}\n    ${step.text.en}`);
}

function explainDossier(id: string): Promise<Explanation> {
  return withBackbone(async ({ reader }) => {
    const read = await reader.findDossier(id as DossierId);
    if (!read) throw new CliError(`The log has no dossier ${id}`);
    const { acceptance } = read.dossier;
    if (!acceptance) throw new CliError('No clock runs yet: the dossier is not accepted');
    return explainDeadline(read.calendar, decisionQuestion(read.procedure, acceptance));
  });
}
