import type { DossierEvent, DossierEvents, DossierEventType } from '#libs/dossier/events.js';
import { erasureSentence } from './erasure-sentence.js';
import { movedSentence } from './moved-sentence.js';
import type { Bilingual } from '#libs/kernel/bilingual.js';
import { shownDate } from '#libs/kernel/time.js';
import type { Procedure } from '#libs/procedures/procedure.js';
import { hasTerm } from '#libs/procedures/result.js';
import { paperSentences } from './paper-sentences.js';
import {
  agencyName,
  channelNames,
  handoverNames,
  moment,
  positionNames,
  reasonsIn,
  taskName,
} from './terms.js';

type Sentences = {
  readonly [Type in DossierEventType]: (data: DossierEvents[Type], procedure: Procedure) => Bilingual;
};

/** What each event says to a person. Complete: a new event without a sentence does not compile. */
const sentences: Sentences = {
  DossierSubmitted: ({ channel, acceptBy }, { name }) => ({
    vi: `Nộp hồ sơ thủ tục “${name.vi}” ${channelNames[channel].vi}; hạn trả lời tiếp nhận: ${moment(acceptBy)}.`,
    en: `Dossier for “${name.en}” filed ${channelNames[channel].en}; intake is to be answered by ${moment(acceptBy)}.`,
  }),
  DossierAccepted: ({ code, appointedOn }) => ({
    vi: `Tiếp nhận hồ sơ, mã hồ sơ ${code}; hẹn trả kết quả ngày ${shownDate(appointedOn)}.`,
    en: `Dossier accepted under code ${code}; the result is appointed for ${shownDate(appointedOn)}.`,
  }),
  IntakeRefused: ({ reasons, guidance }, procedure) => ({
    vi: `Từ chối tiếp nhận hồ sơ: ${reasonsIn('vi', reasons, procedure)}. Hướng dẫn: ${guidance}`,
    en: `Intake refused: ${reasonsIn('en', reasons, procedure)}. Guidance: ${guidance}`,
  }),
  DossierRedirected: ({ toAgency, reason }) => ({
    vi: `Hướng dẫn nộp hồ sơ tại cơ quan có thẩm quyền (${toAgency}): ${reason}`,
    en: `Applicant directed to the competent authority (${toAgency}): ${reason}`,
  }),
  CompletenessConfirmed: ({ appraiseBy }) => ({
    vi: `Xác nhận hồ sơ đầy đủ, hợp lệ; hạn thẩm định: ${moment(appraiseBy)}.`,
    en: `Dossier found complete; appraisal is due by ${moment(appraiseBy)}.`,
  }),
  SupplementRequested: ({ round, items, answerBy }) => ({
    vi: `Yêu cầu bổ sung hồ sơ lần ${round}, ${items.length} nội dung; hạn bổ sung: ${moment(answerBy)}.`,
    en: `Supplement no. ${round} requested, ${items.length} item(s); to be answered by ${moment(answerBy)}.`,
  }),
  SupplementReceived: ({ round, dueAt }) => ({
    vi: `Nhận hồ sơ bổ sung lần ${round}${dueAt === undefined ? '' : `; hạn giải quyết tính lại: ${moment(dueAt)}`}.`,
    en: `Supplement no. ${round} received${dueAt === undefined ? '' : `; the decision is now due by ${moment(dueAt)}`}.`,
  }),
  SupplementLapsed: ({ round, lapsedAt }) => ({
    vi: `Hết hạn bổ sung lần ${round} lúc ${moment(lapsedAt)} mà chưa nhận được hồ sơ bổ sung.`,
    en: `Supplement no. ${round} lapsed unanswered at ${moment(lapsedAt)}.`,
  }),
  TaskAssigned: ({ task }) => ({
    vi: `Phân công việc “${taskName(task).vi}”.`,
    en: `Task “${taskName(task).en}” assigned.`,
  }),
  TaskClaimed: ({ task }) => ({
    vi: `Nhận việc “${taskName(task).vi}”.`,
    en: `Task “${taskName(task).en}” claimed.`,
  }),
  TaskReleased: ({ task }) => ({
    vi: `Trả lại việc “${taskName(task).vi}” để người khác nhận.`,
    en: `Task “${taskName(task).en}” released for others.`,
  }),
  TaskHandedOver: ({ task, note }) => ({
    vi: `Bàn giao việc “${taskName(task).vi}”: ${note}`,
    en: `Task “${taskName(task).en}” handed over: ${note}`,
  }),
  AppraisalRecorded: ({ findings }) => ({
    vi: `Ghi kết quả thẩm định: ${findings.filter(({ met }) => met).length}/${findings.length} tiêu chí đạt.`,
    en: `Appraisal recorded: ${findings.filter(({ met }) => met).length} of ${findings.length} criteria met.`,
  }),
  OpinionAsked: ({ agency, dueAt }, procedure) => ({
    vi: `Lấy ý kiến ${agencyName(agency, procedure).vi}; hạn trả lời: ${moment(dueAt)}.`,
    en: `Opinion asked of ${agencyName(agency, procedure).en}; due by ${moment(dueAt)}.`,
  }),
  OpinionGiven: ({ agency, position, summary, late }, procedure) => ({
    vi: `${agencyName(agency, procedure).vi} ${positionNames[position].vi}${late ? ' (trả lời quá hạn)' : ''}: ${summary}`,
    en: `${agencyName(agency, procedure).en} ${positionNames[position].en}${late ? ' (answered late)' : ''}: ${summary}`,
  }),
  OpinionOverdueNoted: ({ agency, dueAt }, procedure) => ({
    vi: `${agencyName(agency, procedure).vi} chưa cho ý kiến khi hết hạn ${moment(dueAt)}.`,
    en: `${agencyName(agency, procedure).en} had given no opinion when it was due at ${moment(dueAt)}.`,
  }),
  DecisionProposed: draftSentence,
  DraftReturned: ({ reason }) => ({
    vi: `Trả lại dự thảo để hoàn thiện: ${reason}`,
    en: `Draft returned for completion: ${reason}`,
  }),
  LicenceGranted: ({ termYears }, procedure) =>
    hasTerm(procedure)
      ? {
          vi: `Phê duyệt cấp giấy phép, thời hạn ${termYears} năm.`,
          en: `Licence granted for ${termYears} year(s).`,
        }
      : { vi: `Phê duyệt: ${procedure.licence.name.vi}.`, en: `Approved: ${procedure.licence.name.en}.` },
  LicenceDenied: ({ reasons }, procedure) => ({
    vi: `Quyết định không cấp giấy phép: ${reasonsIn('vi', reasons, procedure)}.`,
    en: `Licence denied: ${reasonsIn('en', reasons, procedure)}.`,
  }),
  LicenceNumberAllocated: ({ text, issuedOn, expiresOn, expiredBeforeOn }, procedure) =>
    hasTerm(procedure)
      ? {
          vi: `Cấp số ${expiredBeforeOn ? 'quyết định gia hạn' : 'giấy phép'} ${text}, ngày cấp ${shownDate(issuedOn)}, có giá trị đến hết ngày ${shownDate(expiresOn)}.`,
          en: `${expiredBeforeOn ? 'Extension' : 'Licence'} number ${text} allocated, issued on ${shownDate(issuedOn)}, valid until ${shownDate(expiresOn)}.`,
        }
      : {
          vi: `Cấp số ${text} ngày ${shownDate(issuedOn)}: ${procedure.licence.name.vi}.`,
          en: `Number ${text} allocated on ${shownDate(issuedOn)}: ${procedure.licence.name.en}.`,
        },
  LicenceNumberVoided: ({ text, reason }) => ({
    vi: `Hủy số giấy phép ${text}: ${reason}`,
    en: `Licence number ${text} voided: ${reason}`,
  }),
  ...paperSentences,
  CertificateIssued: ({ pages, signatures = [] }) => ({
    vi: `Lập bản giấy phép, ${pages} trang${signatures.length === 0 ? '' : `, ${signatures.length} chữ ký số`}.`,
    en: `Certificate drawn up, ${pages} page(s)${signatures.length === 0 ? '' : `, ${signatures.length} digital signatures`}.`,
  }),
  LicenceEntered: () => ({ vi: 'Vào sổ đăng ký giấy phép.', en: 'Licence entered in the register.' }),
  LicenceEntryDropped: () => ({
    vi: 'Giấy phép không còn thay đổi được như đã quyết định; không vào sổ.',
    en: 'The licence can no longer be changed as decided; nothing is entered.',
  }),
  ResultHandedOver: ({ way }) => ({
    vi: `Trả kết quả ${handoverNames[way].vi}.`,
    en: `Result handed over ${handoverNames[way].en}.`,
  }),
  DossierWithdrawn: ({ reason }) => ({
    vi: `Người nộp rút hồ sơ: ${reason}`,
    en: `Withdrawn by the applicant: ${reason}`,
  }),
  DossierStopped: ({ reasons }, procedure) => ({
    vi: `Dừng giải quyết hồ sơ: ${reasonsIn('vi', reasons, procedure)}.`,
    en: `Processing stopped: ${reasonsIn('en', reasons, procedure)}.`,
  }),
  DossierReopened: ({ reason }) => ({ vi: `Mở lại hồ sơ: ${reason}`, en: `Dossier re-opened: ${reason}` }),
  FormErased: erasureSentence,
  DeadlineExtended: ({ from, to, reason, appointedOn }) => ({
    vi: `Gia hạn giải quyết từ ${moment(from)} đến ${moment(to)}, hẹn lại ngày ${shownDate(appointedOn)}. Lý do: ${reason}`,
    en: `Deadline extended from ${moment(from)} to ${moment(to)}, appointed anew for ${shownDate(appointedOn)}. Reason: ${reason}`,
  }),
  DeadlinesMoved: (data, procedure) => movedSentence(data, procedure),
  OfficerReminded: ({ task, dueAt }) => ({
    vi: `Nhắc việc “${taskName(task).vi}”, đến hạn ${moment(dueAt)}.`,
    en: `Reminder of task “${taskName(task).en}”, due at ${moment(dueAt)}.`,
  }),
  LatenessEscalated: ({ task, dueAt }) => ({
    vi: `Báo cáo lãnh đạo việc “${taskName(task).vi}” quá hạn ${moment(dueAt)}.`,
    en: `Task “${taskName(task).en}”, due at ${moment(dueAt)}, reported as late.`,
  }),
  ApplicantReminded: ({ about, count }) =>
    about === 'collection'
      ? {
          vi: `Nhắc người nộp nhận kết quả, lần ${count}.`,
          en: `Applicant reminded to collect the result, no. ${count}.`,
        }
      : {
          vi: `Nhắc người nộp bổ sung hồ sơ, lần ${count}.`,
          en: `Applicant reminded of the supplement, no. ${count}.`,
        },
};

function draftSentence(
  { kind, termYears, reasons }: DossierEvents['DecisionProposed'],
  procedure: Procedure,
): Bilingual {
  const term = {
    vi: termYears === undefined ? '' : `, thời hạn ${termYears} năm`,
    en: termYears === undefined ? '' : ` for ${termYears} year(s)`,
  };
  switch (kind) {
    case 'grant':
      return {
        vi: `Trình dự thảo cấp giấy phép${term.vi}.`,
        en: `Draft submitted: grant the licence${term.en}.`,
      };
    case 'forward':
      return {
        vi: 'Trình dự thảo chuyển hồ sơ đến cơ quan có thẩm quyền kèm văn bản đề nghị.',
        en: 'Draft submitted: send the dossier on, with a proposal, to the authority that decides.',
      };
    case 'deny':
      return {
        vi: `Trình dự thảo không cấp giấy phép: ${reasonsIn('vi', reasons, procedure)}.`,
        en: `Draft submitted: deny the licence: ${reasonsIn('en', reasons, procedure)}.`,
      };
  }
}

export function dossierSentence<Type extends DossierEventType>(
  event: Extract<DossierEvent, { readonly type: Type }>,
  procedure: Procedure,
): Bilingual {
  const say = sentences[event.type] as (data: DossierEvents[Type], procedure: Procedure) => Bilingual;
  return say(event.data as DossierEvents[Type], procedure);
}
