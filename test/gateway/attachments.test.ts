import { createHash } from 'node:crypto';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierId } from '#libs/kernel/ids.js';
import { Client } from './support/client.js';
import {
  type Appraised,
  filing,
  key,
  pdf,
  submitted,
  underAppraisal,
  uploadPaper,
} from './support/filing.js';
import { startGatewayProcess } from './support/gateway-process.js';
import { licensed, type Licensed } from './support/licensed.js';
import { type Office, openOffice } from './support/office.js';

let office: Office;
let applicant: Client;
let other: Client;
let open: Appraised;
let granted: Licensed;
beforeAll(async () => {
  office = await openOffice();
  applicant = await office.as('demo-applicant');
  other = await office.as('demo-other-applicant');
  open = await underAppraisal(office);
  granted = await licensed(office, await underAppraisal(office));
});
afterAll(() => office.close());

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));
const sized = (size: number): Uint8Array<ArrayBuffer> =>
  bytes('%PDF-1.7', Array<number>(size - 8).fill(0x20));
const codeOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { code?: unknown }).code;
const incoming = (): Promise<readonly string[]> =>
  readdir(join(office.settings.dataDir, 'blobs', 'incoming'));

async function stored(): Promise<readonly string[]> {
  const names = await readdir(join(office.settings.dataDir, 'blobs'), {
    recursive: true,
    withFileTypes: true,
  });
  return names.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('an upload', () => {
  it('is named by its SHA-256, and the same bytes have the same name', async () => {
    const paper = pdf('twice');
    const first = await applicant.upload(paper);
    expect([first.status, await first.json()]).toStrictEqual([
      201,
      { digest: digestOf(paper), bytes: paper.byteLength, mediaType: 'application/pdf' },
    ]);
    const before = await stored();
    expect((await applicant.upload(paper)).status).toBe(201);
    expect(await stored()).toStrictEqual(before);
  });

  it('may be as large as the limit and not a byte larger', async () => {
    const limit = office.settings.limits.uploadBytes;
    expect((await applicant.upload(sized(limit))).status).toBe(201);
    const larger = await applicant.upload(sized(limit + 1));
    expect([larger.status, await codeOf(larger)]).toStrictEqual([413, 'TOO_LARGE']);
  });

  it('that does not say its size is cut off at the limit, and nothing is left', async () => {
    const before = await stored();
    const pieces = Array.from({ length: 20 }, () => sized(10_000));
    const stream = new ReadableStream({
      pull: (controller) => {
        const piece = pieces.pop();
        if (piece === undefined) controller.close();
        else controller.enqueue(piece);
      },
    });
    const response = await applicant.upload(stream);
    expect([response.status, await codeOf(response)]).toStrictEqual([413, 'TOO_LARGE']);
    expect(await stored()).toStrictEqual(before);
  });

  it.each([
    ['a PDF', bytes('%PDF-1.4\n'), 'application/pdf'],
    ['a PNG', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'image/png'],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    [
      'a Word document',
      bytes('PK\u0003\u0004', Array<number>(26).fill(0), '[Content_Types].xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
  ])('%s is taken for what it is, whatever it is called', async (_what, content, mediaType) => {
    const response = await applicant.upload(content);
    expect(await response.json()).toMatchObject({ mediaType });
  });

  it.each([
    ['a page with a script', bytes('<html><script>alert(1)</script>')],
    ['a program', bytes([0x7f], 'ELF')],
    ['an archive', bytes('PK\u0003\u0004', Array<number>(26).fill(0), 'virus.exe')],
    ['a text', bytes('Đơn đề nghị')],
    ['a PDF further behind', bytes(' %PDF-1.7')],
    ['nothing', bytes()],
  ])('%s is refused, though it is called a PDF, and nothing of it is kept', async (_what, content) => {
    const before = await stored();
    const headers = { ...applicant.headers, 'content-type': 'application/pdf' };
    const response = await fetch(`${office.url}/attachments`, { method: 'POST', headers, body: content });
    expect([response.status, await codeOf(response)]).toStrictEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(await stored()).toStrictEqual(before);
  });

  it('that breaks off is forgotten, and is no fault of the gateway', async () => {
    const before = await stored();
    const faults = office.logged.length;
    await breakOff(office.url, applicant);
    await untilIdle();
    expect(await stored()).toStrictEqual(before);
    expect(office.logged.slice(faults).filter((line) => /"level":50/.test(line))).toStrictEqual([]);
  });

  it('where the disk cannot be written is asked for again later', async () => {
    const folder = join(office.settings.dataDir, 'blobs', 'incoming');
    await rename(folder, `${folder}.away`);
    await writeFile(folder, '');
    const response = await applicant.upload(pdf('later'));
    await rm(folder);
    await rename(`${folder}.away`, folder);
    expect([response.status, await codeOf(response)]).toStrictEqual([503, 'UNAVAILABLE']);
    expect((await applicant.upload(pdf('later'))).status).toBe(201);
  });
});

/** Says that 50 000 bytes will come, sends 20 000, and goes. */
async function breakOff(url: string, { token }: Client): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(`POST /attachments HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n`);
  socket.write('content-type: application/pdf\r\ncontent-length: 50000\r\n\r\n');
  socket.write(sized(20_000));
  while ((await incoming()).length === 0) await new Promise(setImmediate);
  socket.destroy();
  await once(socket, 'close');
}

async function untilIdle(): Promise<void> {
  while ((await incoming()).length > 0) await new Promise(setImmediate);
}

describe('kill -9 of the gateway in the middle of an upload', () => {
  it('leaves nothing under any digest and no upload; the same bytes can be brought again', async () => {
    const gateway = await startGatewayProcess(office);
    const before = (await stored()).filter((name) => /^[0-9a-f]{64}$/.test(name));
    const body = sized(200_000);
    let goOn = (): void => undefined;
    const rest = new Promise<void>((resolve) => (goOn = resolve));
    const slow = new ReadableStream({
      async pull(controller) {
        controller.enqueue(body.slice(0, 150_000));
        await rest;
        controller.close();
      },
    });
    const there = await Client.signIn(gateway.url, 'demo-applicant');
    const init = { method: 'POST', headers: there.headers, body: slow, duplex: 'half' };
    const answer = fetch(`${gateway.url}/attachments`, init as RequestInit).then(
      () => 'answered',
      () => 'cut off',
    );
    while ((await incoming()).length === 0) await new Promise(setImmediate);
    gateway.child.kill('SIGKILL');
    goOn();
    expect([await answer, (await gateway.ended()).how]).toStrictEqual(['cut off', 'SIGKILL']);
    expect((await stored()).filter((name) => /^[0-9a-f]{64}$/.test(name))).toStrictEqual(before);
    const again = await startGatewayProcess(office);
    const repeated = await (await Client.signIn(again.url, 'demo-applicant')).upload(body);
    again.child.kill('SIGTERM');
    expect([repeated.status, (await again.ended()).how]).toStrictEqual([201, '0']);
  });
});

describe('what was handed in', () => {
  const people = [
    'demo-applicant',
    'demo-other-applicant',
    'demo-clerk',
    'demo-police',
    'demo-auditor',
    'demo-administrator',
  ];
  const statuses = async (path: string): Promise<readonly number[]> => {
    const clients = await Promise.all(people.map((person) => office.as(person)));
    return Promise.all(clients.map(async (client) => (await client.get(path)).status));
  };

  it('goes to whoever may see the dossier, byte by byte, and to nobody else', async () => {
    const digest = digestOf(pdf('a paper'));
    const path = `/attachments/${digest}?dossier=${open.dossierId}`;
    expect(await statuses(path)).toStrictEqual([200, 404, 200, 200, 200, 404]);
    const response = await applicant.get(path);
    expect(digestOf(await response.bytes())).toBe(digest);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="application-/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
  });

  it('is its uploader’s alone before it belongs to a dossier, also for those who know its name', async () => {
    const digest = await uploadPaper(applicant, 'a draft');
    expect((await applicant.get(`/attachments/${digest}`)).status).toBe(200);
    expect((await other.get(`/attachments/${digest}`)).status).toBe(404);
    expect((await other.get(`/attachments/${digest}?dossier=${open.dossierId}`)).status).toBe(404);
    expect((await applicant.get(`/attachments/${digest}?dossier=${open.dossierId}`)).status).toBe(404);
    const theirs = await filing(other);
    const papers = [{ code: 'application', digest }];
    const payload = await other.command('submitDossier', { ...theirs, idempotencyKey: key(), papers });
    expect(payload.refusal).toMatchObject({ name: 'PapersNotUploaded', details: { digests: [digest] } });
  });

  it('is followed by a certificate for those who may see it, once there is one', async () => {
    expect((await applicant.get(`/dossiers/${open.dossierId}/certificate`)).status).toBe(404);
    const path = `/dossiers/${granted.dossierId}/certificate`;
    expect(await statuses(path)).toStrictEqual([200, 404, 200, 200, 200, 404]);
    const certificate = await (await applicant.get(path)).bytes();
    expect(Buffer.from(certificate.subarray(0, 5)).toString()).toBe('%PDF-');
    const { dossier } = await applicant.read<{ dossier: { certificate: string } }>(
      'query ($id: ID!) { dossier(id: $id) { certificate } }',
      { id: granted.dossierId },
    );
    expect(digestOf(certificate)).toBe(dossier.certificate);
  });
});

describe('answers to the form', () => {
  it('are refused with each fault named by its path, in both languages, and nothing of them is kept', async () => {
    const input = await filing(applicant);
    const answers = structuredClone(input['answers']) as Record<string, Record<string, unknown>>;
    delete answers['organisation']!['name'];
    answers['organisation']!['email'] = 'not an address';
    answers['organisation']!['unheardOf'] = true;
    answers['site']!['domains'] = [];
    const before = await stored();
    const { refusal } = await applicant.command('submitDossier', { ...input, answers });
    expect(refusal?.name).toBe('FormAnswersRejected');
    const faults = refusal?.details['faults'] as {
      path: string;
      code: string;
      message: { vi: string; en: string };
    }[];
    expect(faults.map(({ path, code }) => `${path} ${code}`).sort()).toStrictEqual([
      '/organisation/email badFormat',
      '/organisation/name missing',
      '/organisation/unheardOf unknownField',
      '/site/domains tooFew',
    ]);
    for (const { message } of faults)
      expect([message.vi, message.en].every((text) => text.length > 8)).toBe(true);
    expect(await stored()).toStrictEqual(before);
  });

  it('of somebody who may not file are not kept', async () => {
    const specialist = await office.as('demo-specialist');
    const input = await filing(specialist);
    const before = await stored();
    const { refusal } = await specialist.command('submitDossier', input);
    expect(refusal?.name).toBe('NotPermitted');
    expect(await stored()).toStrictEqual(before);
  });

  it('are kept beside the log: neither they nor a name are in it', async () => {
    const { dossierId } = await submitted(applicant);
    const { commits } = (await office.backbone.reader.findDossier(dossierId as DossierId))!;
    expect(JSON.stringify(commits)).not.toMatch(/Gió Biển|4101999018|Nguyễn/);
  });
});
