import type { AgencyId } from '#libs/kernel/ids.js';
import type { LocalDate } from '#libs/kernel/time.js';
import type { Citation, Procedure } from '#libs/procedures/procedure.js';

/** The invented procedure of all tests: a licence to keep bees. Small, but with one of everything. */
export const beekeepers = 'H99.10' as AgencyId;
export const foresters = 'H99.20' as AgencyId;
export const healthOffice = 'H99.30' as AgencyId;

const citation: Citation = { source: 'Quy chế nuôi ong, Điều 1', certainty: 'verified' };

export function beekeeping(changes: Partial<Procedure> = {}): Procedure {
  return { ...licence, ...changes };
}

const licence: Procedure = {
  id: 'beekeeping-licence',
  version: '2020-01-01',
  nationalCode: '9.000001',
  name: { vi: 'Cấp giấy phép nuôi ong', en: 'Issue of a beekeeping licence' },
  field: { vi: 'Nuôi ong', en: 'Beekeeping' },
  competentAgency: beekeepers,
  validFrom: '2020-01-01' as LocalDate,
  channels: ['online', 'counter', 'post'],
  applicantKinds: ['enterprise', 'association'],
  form: {
    id: 'beekeeping-application',
    version: '1',
    name: { vi: 'Đơn đề nghị cấp giấy phép nuôi ong', en: 'Application for a beekeeping licence' },
  },
  papers: [
    {
      code: 'application',
      name: { vi: 'Đơn đề nghị', en: 'Application' },
      required: { kind: 'always' },
      copies: 1,
      citation,
    },
    {
      code: 'registration',
      name: { vi: 'Giấy chứng nhận đăng ký doanh nghiệp', en: 'Enterprise registration' },
      required: { kind: 'oneOf', group: 'status', applicantKinds: ['enterprise'] },
      copies: 1,
      citation,
    },
    {
      code: 'charter',
      name: { vi: 'Điều lệ hội', en: 'Charter of the association' },
      required: { kind: 'oneOf', group: 'status' },
      copies: 1,
      citation,
    },
    {
      code: 'members',
      name: { vi: 'Danh sách hội viên', en: 'List of members' },
      required: { kind: 'whenApplicantIs', applicantKind: 'association' },
      copies: 2,
      citation,
    },
  ],
  deficiencies: [
    { code: 'missing', text: { vi: 'Thiếu giấy tờ', en: 'Missing' } },
    { code: 'unreadable', text: { vi: 'Không đọc được', en: 'Unreadable' } },
  ],
  intakeRefusals: [{ code: 'outOfCompetence', text: { vi: 'Không thuộc thẩm quyền', en: 'Not competent' } }],
  denialReasons: [
    { code: 'tooClose', text: { vi: 'Đặt tổ ong quá gần khu dân cư', en: 'Hives too close to houses' } },
  ],
  stopReasons: [{ code: 'swarmed', text: { vi: 'Đàn ong đã bay đi', en: 'The bees have swarmed' } }],
  checklist: [
    { code: 'distance', text: { vi: 'Cách khu dân cư 200 m', en: '200 m from houses' }, citation },
    { code: 'healthyBees', text: { vi: 'Đàn ong khỏe mạnh', en: 'The bees are healthy' }, citation },
  ],
  opinions: [
    {
      agency: foresters,
      agencyName: { vi: 'Hạt Kiểm lâm', en: 'Forest rangers' },
      subject: { vi: 'Nguồn hoa', en: 'Flowers nearby' },
      within: { amount: 4, unit: 'workingDays' },
      silence: 'countsAsNoObjection',
      objectionForbidsGrant: false,
      citation,
    },
    {
      agency: healthOffice,
      agencyName: { vi: 'Trạm Y tế', en: 'Health office' },
      subject: { vi: 'An toàn cho người dân', en: 'Safety of the neighbours' },
      within: { amount: 4, unit: 'workingDays' },
      silence: 'blocks',
      objectionForbidsGrant: true,
      citation,
    },
  ],
  supplement: {
    maxRequests: 1,
    answerWithin: { amount: 30, unit: 'calendarDays' },
    effectOnClock: 'restarts',
    citation,
  },
  decisionLimit: { within: { amount: 10, unit: 'workingDays' }, citation },
  steps: {
    receipt: { amount: 1, unit: 'workingDays' },
    completeness: { amount: 1, unit: 'workingDays' },
    appraisal: { amount: 5, unit: 'workingDays' },
    decision: { amount: 2, unit: 'workingDays' },
    certificate: { amount: 1, unit: 'workingDays' },
    handover: { amount: 5, unit: 'workingDays' },
  },
  remindAfterShare: 0.5,
  collectionReminders: { every: { amount: 7, unit: 'calendarDays' }, times: 2 },
  licence: {
    numberSuffix: 'GP-NO',
    name: { vi: 'Giấy phép nuôi ong', en: 'Beekeeping licence' },
    maxTermYears: 5,
    template: 'beekeeping-licence',
    legalGrounds: ['Căn cứ Quy chế nuôi ong'],
    holderDuties: ['Giữ khoảng cách với khu dân cư'],
    obligations: [
      {
        code: 'honeyReport',
        name: { vi: 'Báo cáo sản lượng mật hằng năm', en: 'Yearly report of the honey harvest' },
        dueOn: '01-14',
        firstAfterYears: 1,
        remindBefore: [
          { amount: 30, unit: 'calendarDays' },
          { amount: 7, unit: 'calendarDays' },
        ],
        citation,
      },
    ],
    renewalReminders: [{ amount: 60, unit: 'calendarDays' }],
    citation,
  },
  provisional: [],
};

/** The same where the agency writes the letters that deny a licence here. */
export function letteredBeekeeping(): Procedure {
  const bees = beekeeping();
  const issuer = {
    parent: 'Ủy ban nhân dân tỉnh',
    name: 'Sở Nuôi ong',
    decider: 'Giám đốc Sở Nuôi ong',
    place: 'Hà Giang',
    proposedBy: 'Trưởng phòng Nuôi ong',
    recipients: ['Lưu: VT'],
    letterSuffix: 'SNO',
  };
  return { ...bees, licence: { ...bees.licence, issuer } };
}

/** Another authority decides on bees in town: the dossier is appraised and sent there. */
export function forwardedBeekeeping(): Procedure {
  const bees = letteredBeekeeping();
  return {
    ...bees,
    stages: ['receipt', 'completeness', 'appraisal', 'decision', 'certificate'],
    licence: { ...bees.licence, maxTermYears: 0, renewalReminders: [], obligations: [] },
    result: {
      kind: 'dossier.forward',
      forwardTo: { name: { vi: 'Cục Nuôi ong', en: 'Bee Authority' }, address: 'Hà Nội' },
    },
  };
}

/** Checked at the desk, and given out online: nobody waits for either. */
export function shortBeekeeping(): Procedure {
  return {
    ...letteredBeekeeping(),
    channels: ['online'],
    stages: ['receipt', 'appraisal', 'decision', 'certificate'],
  };
}
