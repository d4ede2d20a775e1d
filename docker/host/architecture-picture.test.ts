import { describe, expect, it } from '@jest/globals';
import { drawPicture } from './architecture-picture.mjs';

const files = [
  { file: 'libs/kernel/ids.ts', text: '' },
  { file: 'libs/calendar/days.ts', text: "import type { LocalDate } from '#libs/kernel/time.js';" },
  {
    file: 'libs/dossier/decide.ts',
    text: "import {\n  addDays,\n} from '#libs/calendar/days.js';\nimport { evolve } from './dossier.js';",
  },
  {
    file: 'workflows/index.ts',
    text: "import type { Papers } from '#activities/papers.js';\nimport { proxy } from '@temporalio/workflow';",
  },
  { file: 'activities/papers.ts', text: "export { decide } from '../libs/dossier/decide.js';" },
  {
    file: 'apps/worker/main.ts',
    text: "import { papers } from '#activities/papers.js';\nimport type { P } from '#activities/papers.js';",
  },
];

describe('the picture of the folders', () => {
  it('draws what imports what, dotted where only types are known, without the kernel', () => {
    expect(drawPicture(files).split('\n')).toStrictEqual([
      '```mermaid',
      'flowchart TD',
      '  subgraph apps',
      '    apps_worker[worker]',
      '  end',
      '  activities',
      '  workflows',
      '  subgraph libs',
      '    libs_calendar[calendar]',
      '    libs_dossier[dossier]',
      '  end',
      '  activities --> libs_dossier',
      '  apps_worker --> activities',
      '  libs_dossier --> libs_calendar',
      '  workflows -.-> activities',
      '```',
    ]);
  });

  it('is the same whatever the order of the files', () => {
    expect(drawPicture(files.toReversed())).toBe(drawPicture(files));
  });
});
