import { type Command, Option } from 'commander';
import type { Backbone } from '#libs/backbone/backbone.js';
import type { ReadDossier } from '#libs/commands/subject-reader.js';
import type { ErasureGround } from '#libs/dossier/erasure-events.js';
import { CliError } from '../cli-error.js';
import { eraseForm, type Erasure, erasureOf } from '../erasing/erase-form.js';
import { objectionText } from '../erasing/objection.js';
import { dossierNamed } from '../erasing/whose-form.js';
import { print, printJson, withBackbone } from './open-log.js';

interface EraseOptions {
  readonly yes: boolean;
  readonly ground?: ErasureGround;
  readonly by: string;
  readonly json: boolean;
}

const GROUNDS: Readonly<Record<ErasureGround, string>> = {
  applicantAsked: 'người nộp yêu cầu',
  retentionOver: 'hết thời hạn lưu trữ',
  ordered: 'cơ quan có thẩm quyền quyết định',
};

const NOTES = `
Không có --yes thì chỉ cho biết sẽ xóa gì, còn lại gì. Mỗi hồ sơ: nội dung đơn của mọi lần nộp và bản lưu các phiếu của bộ phận một cửa
được xóa cùng nhau; mã băm còn lại trong nhật ký. Không xóa khi hồ sơ chưa kết thúc hoặc giấy phép còn cần đến. Hồ sơ đã xóa thì không mở
lại được. Bản đã ban hành, giấy tờ kèm theo và bản sao lưu không bị xóa. Chạy lại thì làm nốt phần còn thiếu.
Without --yes it only says what would go and what stays. Of each dossier the answers of every filing and the kept slips of the desk go
together; their digests stay in the log. Nothing goes while the dossier is open or its licence needs it. An erased dossier is never
re-opened. What was issued, the papers handed in and backups are not erased. Repeating finishes what was left undone.

Ví dụ / Examples:
  hoso form erase H21.12-261124-0001
  hoso form erase H21.12-261124-0001 --ground applicantAsked --by <mã người dùng / person> --yes`;

export function addFormCommands(program: Command): void {
  program
    .command('form')
    .description('what was answered on forms, kept outside the log (nội dung đơn)')
    .command('erase <dossier|digest...>')
    .description(
      'erase the answers of dossiers and the kept slips that tell of them: by code, id or digest of a form (xóa nội dung đơn)',
    )
    .option('--yes', 'do it; recorded in the log (thực hiện)', false)
    .addOption(
      new Option('--ground <ground>', 'why, recorded with it; wanted with --yes (căn cứ)').choices(
        Object.keys(GROUNDS),
      ),
    )
    .option('--by <person>', 'who erases, recorded with it (người thực hiện)', 'operator')
    .option('--json', 'as JSON', false)
    .addHelpText('after', NOTES)
    .action(erase);
}

async function erase(named: readonly string[], options: EraseOptions): Promise<void> {
  const { yes, ground } = options;
  if (yes && ground === undefined) {
    throw new CliError(
      `--yes cần --ground (say why with --ground): ${Object.entries(GROUNDS)
        .map(([code, vi]) => `${code} = ${vi}`)
        .join(', ')}`,
    );
  }
  const done = await withBackbone(async (backbone) => {
    const dossiers = await dossiersNamed(backbone, named);
    const erasures: Erasure[] = [];
    for (const read of dossiers) erasures.push(await settle(backbone, read, options));
    return erasures;
  });
  if (options.json) printJson({ done: yes, dossiers: done });
  else for (const line of done.flatMap((erasure) => linesOf(erasure, yes))) print(line);
  if (done.some(({ objection }) => objection)) process.exitCode = 1;
}

/** All of them, before anything is done. */
async function dossiersNamed(backbone: Backbone, named: readonly string[]): Promise<readonly ReadDossier[]> {
  const found = new Map<string, ReadDossier>();
  for (const one of named) {
    const read = await dossierNamed(backbone, one);
    found.set(read.dossier.id, read);
  }
  return [...found.values()];
}

/** With --yes: what is gone. What must stay is left, whatever becomes of the others. */
async function settle(
  backbone: Backbone,
  read: ReadDossier,
  { yes, ground, by }: EraseOptions,
): Promise<Erasure> {
  const found = await erasureOf(backbone, read);
  if (!yes || ground === undefined || found.objection) return found;
  const gone = await eraseForm(backbone, read, { ground, by });
  const now = await dossierNamed(backbone, read.dossier.id);
  return { ...(await erasureOf(backbone, now)), ...gone };
}

function linesOf(
  { dossierId, code, forms, slips, stays, ...rest }: Erasure,
  yes: boolean,
): readonly string[] {
  const { objection, erasedAt } = rest;
  const name = code ?? dossierId;
  const kept = [...forms, ...slips].filter(({ isKept }) => isKept);
  const [vi, en] = yes ? ['đã xóa', 'erased'] : ['sẽ xóa', 'would be erased'];
  return [
    objection ? `${name}: KHÔNG XÓA (not erased)` : `${name}: ${kept.length} tệp ${vi} (files ${en})`,
    ...(objection ? [`  ${objectionText(objection)}`] : []),
    ...(erasedAt === null ? [] : [`  đã ghi nhận xóa lúc (on record since) ${erasedAt}`]),
    ...forms.map((form) => `  đơn (form)  ${form.digest}${mark(form)}`),
    ...slips.map((slip) => `  phiếu (slip) ${slip.kind} ${slip.code}  ${slip.digest}${mark(slip)}`),
    ...staysOf(stays),
  ];
}

function mark({ isKept }: { readonly isKept: boolean }): string {
  return isKept ? '' : '  (không còn lưu / kept no more)';
}

function staysOf({
  dossiers,
  licence,
  issued,
  received,
  records,
  papers,
}: Erasure['stays']): readonly string[] {
  const stays = '  còn lại (stays)';
  return [
    ...dossiers.map((id) => `${stays}: hồ sơ có cùng nội dung đơn (dossier with the same form) ${id}`),
    ...(licence ? [`${stays}: giấy phép (licence) ${licence.text}, ${licence.stage}`] : []),
    ...issued.map((digest) => `${stays}: văn bản đã ban hành (issued paper) ${digest}`),
    ...received.map((digest) => `${stays}: văn bản nhận được (received paper) ${digest}`),
    ...records.map((number) => `${stays}: phiếu kiểm soát (control slip) ${number}`),
    `${stays}: ${papers} giấy tờ kèm theo (papers handed in)`,
  ];
}
