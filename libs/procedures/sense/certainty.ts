import { type ProcedureFault, fault } from '../fault.js';
import type { Procedure } from '../procedure.js';
import { citationsOf, hasPath, isWithin } from './walk.js';

/** What nobody has read in the official text is named in `provisional`, and what is named there exists. */
export function certaintyFaults(procedure: Procedure): readonly ProcedureFault[] {
  return [
    ...danglingFaults(procedure, 'provisional'),
    ...danglingFaults(procedure, 'unconfirmed'),
    ...unlistedFaults(procedure),
  ];
}

function danglingFaults(
  procedure: Procedure,
  list: 'provisional' | 'unconfirmed',
): readonly ProcedureFault[] {
  return (procedure[list] ?? []).flatMap(({ path }, index) =>
    hasPath(procedure, path)
      ? []
      : [
          fault(`${list}[${index}].path`, 'nothingThere', {
            vi: `Thủ tục không có giá trị nào tại “${path}”`,
            en: `The procedure has nothing at "${path}"`,
          }),
        ],
  );
}

/** A note on `licence.citation` covers what the citation stands for. */
function unlistedFaults(procedure: Procedure): readonly ProcedureFault[] {
  return citationsOf(procedure)
    .filter(({ value }) => value.certainty === 'provisional')
    .filter(({ path }) => !procedure.provisional.some((listed) => isWithin(path, listed.path)))
    .map(({ path }) =>
      fault(path, 'provisionalUnlisted', {
        vi: 'Căn cứ chưa kiểm chứng nhưng không được nêu trong danh mục giá trị tạm thời',
        en: 'The source is unverified, but the value is not listed as provisional',
      }),
    );
}
