import type { WorkKind } from '#libs/projections/task-inbox/inbox-row.js';
import { registerTerms } from '../graphql/terms.js';

export const TaskKindTerms = registerTerms<WorkKind>('TaskKind', 'What is to be done.', {
  receive: { vi: 'tiếp nhận hồ sơ', en: 'receive the dossier' },
  checkCompleteness: { vi: 'kiểm tra thành phần hồ sơ', en: 'check whether it is complete' },
  appraise: { vi: 'thẩm định', en: 'appraise' },
  giveOpinion: { vi: 'cho ý kiến', en: 'give an opinion' },
  approve: { vi: 'ký duyệt', en: 'approve or return the draft' },
  allocateNumber: { vi: 'cấp số giấy phép', en: 'give the licence its number' },
  sign: { vi: 'ký số giấy phép', en: 'sign the certificate' },
  seal: { vi: 'ký số của cơ quan (con dấu)', en: 'sign for the organisation (its seal)' },
  requestSignature: { vi: 'đề nghị ký lại văn bản', en: 'ask for the refused signature again' },
  handOver: { vi: 'trả kết quả', en: 'hand over the result' },
  mendPaper: { vi: 'khắc phục trở ngại khi lập giấy phép', en: 'mend what hinders the paper' },
  mendDocument: { vi: 'khắc phục trở ngại khi lập văn bản', en: 'mend what hinders the document' },
  approveDocument: { vi: 'duyệt công văn', en: 'approve a letter' },
  numberDocument: { vi: 'cấp số văn bản', en: 'give a document its number' },
  signDocument: { vi: 'ký số văn bản', en: 'sign a document' },
  sealDocument: { vi: 'ký số văn bản của cơ quan (con dấu)', en: 'sign a document for the organisation' },
  requestDocumentSignature: { vi: 'đề nghị ký lại văn bản', en: 'ask for the refused signature again' },
  examineReport: { vi: 'kiểm tra báo cáo', en: 'examine a report' },
  inspect: { vi: 'kiểm tra việc chấp hành giấy phép', en: 'inspect how a licence is kept' },
});
