/**
 * Adds the entries of other platforms' binary packages to package-lock.json. A registry that does not serve all of
 * them makes `npm install` leave them out silently, and `npm ci` then refuses the lock. Run it after every `npm install`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

const OS = [
  'linux',
  'darwin',
  'win32',
  'android',
  'freebsd',
  'openharmony',
  'aix',
  'netbsd',
  'openbsd',
  'sunos',
];
const CPU = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el'];

export function completeLock(lock) {
  const packages = { ...lock.packages };
  for (const parent of Object.values(lock.packages))
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const entry = `node_modules/${name}`;
      packages[entry] ??= platformPackage(name, version, parent);
    }
  const known = Object.entries(packages).filter(([, value]) => value !== undefined);
  return { ...lock, packages: Object.fromEntries(known.sort(([a], [b]) => a.localeCompare(b, 'en'))) };
}

function platformPackage(name, version, parent) {
  const parts = name.split(/[/-]/);
  const os = OS.find((candidate) => parts.includes(candidate));
  const cpu = CPU.find((candidate) => parts.includes(candidate));
  if (!os || !cpu || /^[~^]/.test(version)) return undefined;
  const libc = libcOf(parts, os);
  return {
    version,
    cpu: [cpu],
    ...(parent.dev ? { dev: true } : {}),
    ...(libc ? { libc: [libc] } : {}),
    optional: true,
    os: [os],
  };
}

function libcOf(parts, os) {
  if (parts.some((part) => part.startsWith('musl'))) return 'musl';
  return os === 'linux' && parts.some((part) => part.startsWith('gnu')) ? 'glibc' : undefined;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const file = argv[2] ?? 'package-lock.json';
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify(completeLock(lock), null, 2) + '\n');
}
