import type { Command } from 'commander';
import { buildCalendar } from '#libs/calendar/calendar.js';
import type { Instant } from '#libs/kernel/time.js';
import { type Affected, affectedBy } from '../announcing/affected.js';
import { type Announced, announce } from '../announcing/announce.js';
import { namedEdition } from '../announcing/edition-file.js';
import { CliError } from '../cli-error.js';
import { print, printJson, withBackbone } from './open-log.js';

interface AnnounceOptions {
  readonly preview: boolean;
  readonly apply: boolean;
  readonly by: string;
  readonly json: boolean;
}

const NOTES = `
Phiên bản mới phải nêu ở "replaces" phiên bản đang có hiệu lực. Hồ sơ đang mở của các cơ quan dùng lịch này được tính lại; hồ sơ đã
kết thúc giữ nguyên. Chạy lại không thay đổi gì; công bố lại phiên bản cũ (vietnam@2026.2) thì mọi thời hạn trở về như trước.
The new edition names the one in force in "replaces". Open dossiers of the agencies that keep this calendar are reckoned anew; closed
ones keep what was known. Repeating changes nothing; announcing the earlier edition by its name (vietnam@2026.2) restores every date.

Ví dụ / Examples:
  hoso calendar announce vietnam-2026.3.json --preview
  hoso calendar announce vietnam-2026.3.json --apply --by <mã người dùng / person>
  hoso calendar announce vietnam@2026.2 --apply`;

export function addAnnounceCommand(calendar: Command): void {
  calendar
    .command('announce <file|id@version>')
    .description(
      'put an edition in force and move the dates of open dossiers (công bố lịch mới, tính lại thời hạn hồ sơ đang mở)',
    )
    .option('--preview', 'only show who moves, from when to when (xem trước)', false)
    .option('--apply', 'do it; recorded in the log (thực hiện)', false)
    .option('--by <person>', 'who announces it, recorded with every date (người công bố)', 'operator')
    .option('--json', 'as JSON', false)
    .addHelpText('after', NOTES)
    .action(run);
}

async function run(named: string, options: AnnounceOptions): Promise<void> {
  if (options.preview === options.apply) {
    throw new CliError('chọn --preview hoặc --apply (say either --preview or --apply)');
  }
  await withBackbone(async (backbone) => {
    const edition = await namedEdition(named, backbone.books.calendars);
    if (options.apply) return tell(await announce(backbone, edition, options.by), options);
    const moved: Affected[] = [];
    const candidate = buildCalendar({ ...edition.edition, hash: edition.hash });
    for await (const affected of affectedBy(backbone, candidate)) moved.push(affected);
    tell({ moved }, options);
  });
}

function tell({ inForceFrom, moved }: Announced, { json, preview }: AnnounceOptions): void {
  const moves = moved.flatMap(movesOf);
  if (json)
    return printJson({
      ...(inForceFrom === undefined ? {} : { inForceFrom }),
      dossiers: moved.length,
      moves,
    });
  for (const { code, clock, agency, from, to } of moves) {
    print(`${code}  ${clock}${agency === undefined ? '' : ` ${agency}`}  ${local(from)} → ${local(to)}`);
  }
  const done = preview ? 'sẽ tính lại (would move)' : 'đã tính lại (moved)';
  print(`${done}: ${moved.length} hồ sơ (dossiers), ${moves.length} thời hạn (dates)`);
  if (inForceFrom !== undefined) print(`có hiệu lực từ (in force from): ${local(inForceFrom)}`);
}

function movesOf({ dossier, shifts }: Affected) {
  const code = dossier.acceptance?.code ?? dossier.id;
  return shifts.map(({ clock: { kind: clock, agency, dueAt: from }, due: { at: to } }) => ({
    dossierId: dossier.id,
    code,
    clock,
    ...(agency === undefined ? {} : { agency }),
    from,
    to,
  }));
}

const HANOI_OFFSET_MS = 7 * 3_600_000;

/** `17:00 01/12/2026` in Viet Nam. */
function local(instant: Instant): string {
  const text = new Date(Date.parse(instant) + HANOI_OFFSET_MS).toISOString();
  return `${text.slice(11, 16)} ${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)}`;
}
