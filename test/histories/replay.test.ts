import { hostname } from 'node:os';
import { expect, it } from '@jest/globals';
import { variants } from '../../apps/cli/story/script.js';
import { workflowBundle } from '../support/workflow-bundle.js';
import { recordedNames, recordedText, replayAll } from './replay.js';

const kinds = [
  ...variants.map((variant) => `dossier-${variant}`),
  'dossier-stopped',
  'dossier-reopened',
  'dossier-late',
  'licence-first-year',
  'licence-second-year',
  'licence-documents',
];

it('runs that are open somewhere go on under the present code: every kind of them is replayed', async () => {
  const replayed = await replayAll(await workflowBundle());
  expect(replayed.filter(({ fault }) => fault !== undefined)).toStrictEqual([]);
  const older = kinds.map((kind) => `acts-of-their-own/${kind}`);
  expect(replayed.map(({ name }) => name)).toStrictEqual(expect.arrayContaining([...kinds, ...older]));
});

it.each([
  {
    harm: 'a certificate is drawn by another activity',
    from: /issueCertificate: (\w+\.papers)\.issueCertificate/u,
    to: 'issueCertificate: $1.drawCertificate',
    breaks: ['dossier-granted', 'dossier-opinion-overdue', 'dossier-supplement'],
  },
  {
    harm: 'nothing sets a timer any more',
    from: /if \(instantMs === Infinity\)/u,
    to: 'if (instantMs !== 0)',
    breaks: ['dossier-late', 'dossier-denied', 'licence-first-year', 'licence-second-year'],
  },
  {
    harm: 'a licence lives in one run for two years',
    from: /const LONGEST_RUN_MS = 360/u,
    to: 'const LONGEST_RUN_MS = 730',
    breaks: ['licence-first-year'],
  },
  {
    harm: 'what waits for somebody holds up whatever else is due',
    from: /const other = meanwhile \?/u,
    to: 'const other = false ?',
    breaks: ['licence-documents'],
  },
  {
    harm: 'older runs are taken for such as act within the workflow task',
    from: /if \(!actsAtOnce\(\)/u,
    to: 'if (false',
    breaks: ['acts-of-their-own/dossier-late', 'acts-of-their-own/licence-second-year'],
  },
])('the gate shuts when $harm', async ({ from, to, breaks }) => {
  const { code, sourceMap } = await workflowBundle();
  const broken = code.replace(from, to);
  expect(broken).not.toBe(code);
  const replayed = await replayAll({ code: broken, sourceMap });
  const shut = replayed.filter(({ fault }) => fault === 'DeterminismViolationError').map(({ name }) => name);
  expect(shut).toStrictEqual(expect.arrayContaining(breaks));
});

it('no recorded history tells of a person or of the machine it ran on', async () => {
  for (const name of await recordedNames()) {
    const text = await decoded(name);
    expect(text).not.toMatch(/demo-|giobien|Gió Biển|\/(?:home|root|tmp|work)\/|\d+@/u);
    expect(text).not.toContain(`@${hostname()}`);
  }
});

/** Payloads are Base64; what they say is read too. */
async function decoded(name: string): Promise<string> {
  const text = await recordedText(name);
  const data = [...text.matchAll(/"data":"([^"]+)"/gu)].map(([, base64]) =>
    Buffer.from(base64 ?? '', 'base64').toString(),
  );
  return [text, ...data].join('\n');
}
