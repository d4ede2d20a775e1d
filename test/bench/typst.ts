import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { projectFolder } from '#docker/engines/project-folder.js';
import { runCommand } from '#docker/engines/run-command.js';

/** The compiler as PyPI has it for Linux on x64: no binary of its own is reached. Fetched by the bench alone. */
const PINNED = 'typst==0.15.2';
const SHA256 = '99fe0916980cab453e60332125e133c737bf3b76efd325b60d055c551e5887a1';
const FOLDER = join(projectFolder(), '.hoso', 'bench', 'typst-0.15.2');

/** One line in, the path of a source; one line out, when it is set. Fonts are read once, as a kept-open service would. */
const SERVICE = `
import sys, typst
fonts = typst.Fonts(font_paths=[sys.argv[1]], include_system_fonts=False)
for line in sys.stdin:
    typst.Compiler(line.strip(), font_paths=fonts).compile()
    print('set', flush=True)
`;

/** A typesetter that is kept open: the bar for what setting the same lines can cost. */
export class Typst {
  private constructor(
    private readonly child: ChildProcess,
    private readonly answers: Interface,
  ) {}

  /** Undefined where it cannot be had. */
  static async open(fonts: string): Promise<Typst | undefined> {
    if (!(await fetched())) return undefined;
    const child = spawn('python3', ['-c', SERVICE, fonts], {
      env: { ...process.env, PYTHONPATH: FOLDER },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    return new Typst(child, createInterface({ input: child.stdout }));
  }

  async set(source: string): Promise<void> {
    const answer = once(this.answers, 'line');
    this.child.stdin?.write(`${source}\n`);
    await answer;
  }

  async close(): Promise<void> {
    this.child.stdin?.end();
    await once(this.child, 'exit');
  }
}

/** Whole and verified, or not at all. */
async function fetched(): Promise<boolean> {
  if (existsSync(FOLDER)) return true;
  await mkdir(dirname(FOLDER), { recursive: true });
  const scratch = await mkdtemp(join(dirname(FOLDER), 'fetch-'));
  try {
    const wanted = join(scratch, 'wanted.txt');
    await writeFile(wanted, `${PINNED} --hash=sha256:${SHA256}\n`);
    const into = join(scratch, 'typst');
    const how = ['--quiet', '--no-deps', '--only-binary=:all:', '--require-hashes', '--target', into];
    const { code } = await runCommand('python3', ['-m', 'pip', 'install', ...how, '-r', wanted]);
    if (code === 0) await rename(into, FOLDER);
    return code === 0;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
