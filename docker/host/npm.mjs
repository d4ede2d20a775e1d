import { statfs } from 'node:fs/promises';
import { runQuietly } from './child.mjs';
import { HostError } from './say.mjs';

const QUICK_TO_FAIL = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

const SENTENCES = [
  [
    /ENOSPC/,
    'There is too little disk space to install packages; free about 2 GB and run the command again.',
  ],
  [/EINTEGRITY/, 'A package came with a wrong checksum; nothing of it is used. Run the command again.'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET/,
    'The npm registry cannot be reached; check the network (or proxy) and run the command again.',
  ],
  [
    /EUSAGE/,
    'package-lock.json does not fit package.json; run `npm install`, then `node docker/host/complete-lock.mjs`.',
  ],
];

const MEGABYTE = 1024 * 1024;

/** npm itself does not always notice: on a full disk it has left a cut-off file and said that all is well. */
export async function assertRoom(folder, megabytes, what) {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= megabytes * MEGABYTE) return;
  throw new HostError(
    `There is too little disk space for ${what}: ${megabytes} MB are needed; free some and run the command again.`,
  );
}

/** Fails with one sentence where the reason is known, else with the end of npm's own words. */
export async function npm(args) {
  const { code, output } = await runQuietly('npm', [
    ...args,
    ...QUICK_TO_FAIL,
    '--no-progress',
    '--loglevel=error',
  ]);
  if (code === 0) return;
  const known = SENTENCES.find(([pattern]) => pattern.test(output));
  throw new HostError(known?.[1] ?? `npm failed:\n${output.trim().split('\n').slice(-15).join('\n')}`);
}
