import { type ProcedureFault, fault } from './fault.js';
import type { Procedure } from './procedure.js';

/**
 * A version with figures that nobody has read in the official text decides nothing but demonstrations: each such
 * figure is an objection to publishing it.
 */
export function publishable(
  procedure: Procedure,
  { demonstration }: { readonly demonstration: boolean },
): readonly ProcedureFault[] {
  if (demonstration) return [];
  return procedure.provisional.map(({ path, note }) =>
    fault(path, 'provisional', {
      vi: `Giá trị tạm thời, không được công bố: ${note.vi}`,
      en: `Provisional value, not to be published: ${note.en}`,
    }),
  );
}
