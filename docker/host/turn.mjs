import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { tools } from './folders.mjs';
import { say } from './say.mjs';

const POLL_MS = 200;

/** Two commands started at once take turns at what both would write (packages, build). */
export async function inTurn(name, work) {
  const lock = join(tools, `${name}.lock`);
  await mkdir(tools, { recursive: true });
  for (let told = false; !(await take(lock)); told = true) {
    if (!told) say(`waiting for another command's turn at the ${name}`);
    await wait(POLL_MS);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock) {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!(await holderIsGone(lock))) return false;
  await rm(lock, { force: true });
  return false;
}

async function holderIsGone(lock) {
  const pid = Number(await readFile(lock, 'utf8').catch(() => ''));
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
