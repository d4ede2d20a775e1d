import { type ProcedureFault, fault } from '../fault.js';
import { alternativesIn, groupsOf, isOpenTo } from '../papers.js';
import type { ApplicantKind, OpinionRule, Paper, Procedure } from '../procedure.js';

/** Everybody who is asked for something can give it, and somebody wants it. */
export function participantFaults(procedure: Procedure): readonly ProcedureFault[] {
  return [
    ...groupFaults(procedure),
    ...procedure.papers.flatMap((paper, index) => paperFaults(procedure, paper, `papers[${index}].required`)),
    ...procedure.opinions.flatMap((opinion, index) =>
      opinionFaults(procedure, opinion, `opinions[${index}]`),
    ),
    ...waitingFaults(procedure),
  ];
}

function groupFaults({ papers, applicantKinds }: Procedure): readonly ProcedureFault[] {
  return groupsOf(papers).flatMap((group) => {
    const alternatives = alternativesIn(papers, group);
    const shutOut = applicantKinds.filter((kind) => !alternatives.some((paper) => isOpenTo(paper, kind)));
    return [
      ...(alternatives.length === 1 ? [loneAlternative(group)] : []),
      ...shutOut.map(cannotFile(group)),
    ];
  });
}

function loneAlternative(group: string): ProcedureFault {
  return fault('papers', 'loneAlternative', {
    vi: `Nhóm giấy tờ thay thế “${group}” chỉ có một loại giấy tờ`,
    en: `The group of alternatives "${group}" has one paper only`,
  });
}

function cannotFile(group: string) {
  return (kind: ApplicantKind): ProcedureFault =>
    fault('papers', 'unreachableStage', {
      vi: `Đối tượng “${kind}” không có giấy tờ nào thuộc nhóm “${group}” nên hồ sơ không bao giờ đầy đủ`,
      en: `An applicant of kind "${kind}" has no paper of the group "${group}": its dossier is never complete`,
    });
}

function paperFaults(procedure: Procedure, { required }: Paper, path: string): readonly ProcedureFault[] {
  const kinds = kindsNamedBy(required);
  return kinds
    .filter((kind) => !procedure.applicantKinds.includes(kind))
    .map((kind) =>
      fault(path, 'unknownApplicantKind', {
        vi: `Đối tượng “${kind}” không thuộc phạm vi của thủ tục`,
        en: `Applicants of kind "${kind}" cannot use this procedure`,
      }),
    );
}

function kindsNamedBy(required: Paper['required']): readonly ApplicantKind[] {
  switch (required.kind) {
    case 'always':
      return [];
    case 'oneOf':
      return required.applicantKinds ?? [];
    case 'whenApplicantIs':
      return [required.applicantKind];
  }
}

/** An opinion that changes nothing, whatever it says, is asked for nothing; nor does an agency ask itself. */
function opinionFaults(procedure: Procedure, opinion: OpinionRule, path: string): readonly ProcedureFault[] {
  const faults: ProcedureFault[] = [];
  if (opinion.agency === procedure.competentAgency) {
    faults.push(
      fault(path, 'asksItself', {
        vi: 'Cơ quan giải quyết không tự lấy ý kiến của chính mình',
        en: 'The competent agency does not ask itself for an opinion',
      }),
    );
  }
  if (opinion.silence === 'countsAsAgreement' && !opinion.objectionForbidsGrant) {
    faults.push(
      fault(path, 'opinionNobodyNeeds', {
        vi: 'Ý kiến không ảnh hưởng đến quyết định: im lặng là đồng ý, không đồng ý cũng không cản trở',
        en: 'The opinion decides nothing: silence is agreement, and an objection is no obstacle',
      }),
    );
  }
  return faults;
}

/** A finished result, and a supplement that was asked for, are waited for: somebody must be reminded. */
function waitingFaults({ collectionReminders }: Procedure): readonly ProcedureFault[] {
  if (collectionReminders.times > 0) return [];
  return [
    fault('collectionReminders.times', 'waitsForEver', {
      vi: 'Kết quả chờ người nộp đến nhận mà không ai được nhắc',
      en: 'The result waits to be collected and nobody is ever reminded',
    }),
  ];
}
