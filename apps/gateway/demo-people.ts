import type { Bilingual } from '#libs/kernel/bilingual.js';
import type { Role } from '#libs/kernel/roles.js';

/** Somebody who can sign in while the gateway is its own issuer: one person per role, all invented. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly title: Bilingual;
  readonly roles: readonly Role[];
  readonly agency?: string;
}

const office = 'H21.12';

export const demoPeople = [
  {
    id: 'demo-applicant',
    name: 'Nguyễn Thị An',
    title: { vi: 'Người nộp hồ sơ', en: 'Applicant' },
    roles: ['applicant'],
  },
  {
    id: 'demo-other-applicant',
    name: 'Trần Văn Bảo',
    title: { vi: 'Người nộp hồ sơ khác', en: 'Another applicant' },
    roles: ['applicant'],
  },
  {
    id: 'demo-clerk',
    name: 'Lê Thị Cúc',
    title: { vi: 'Cán bộ một cửa', en: 'One-stop clerk' },
    roles: ['oneStopClerk'],
    agency: office,
  },
  {
    id: 'demo-specialist',
    name: 'Phạm Văn Dũng',
    title: { vi: 'Chuyên viên', en: 'Specialist' },
    roles: ['specialist'],
    agency: office,
  },
  {
    id: 'demo-second-specialist',
    name: 'Võ Thị Giang',
    title: { vi: 'Chuyên viên', en: 'Specialist' },
    roles: ['specialist'],
    agency: office,
  },
  {
    id: 'demo-head',
    name: 'Hoàng Văn Hải',
    title: { vi: 'Trưởng phòng', en: 'Head of division' },
    roles: ['headOfDivision'],
    agency: office,
  },
  {
    id: 'demo-director',
    name: 'Đỗ Thị Hạnh',
    title: { vi: 'Giám đốc Sở', en: 'Director' },
    roles: ['director'],
    agency: office,
  },
  {
    id: 'demo-records',
    name: 'Bùi Văn Khánh',
    title: { vi: 'Văn thư', en: 'Records clerk' },
    roles: ['recordsClerk'],
    agency: office,
  },
  {
    id: 'demo-police',
    name: 'Ngô Văn Long',
    title: { vi: 'Cán bộ Công an tỉnh', en: 'Officer of the provincial police' },
    roles: ['consultedAgency'],
    agency: 'H21.01',
  },
  {
    id: 'demo-science',
    name: 'Đặng Thị Mai',
    title: {
      vi: 'Chuyên viên Sở Khoa học và Công nghệ',
      en: 'Officer of the Department of Science and Technology',
    },
    roles: ['consultedAgency'],
    agency: 'H21.02',
  },
  {
    id: 'demo-auditor',
    name: 'Vũ Văn Nam',
    title: { vi: 'Thanh tra viên', en: 'Auditor' },
    roles: ['auditor'],
  },
  {
    id: 'demo-administrator',
    name: 'Trịnh Thị Oanh',
    title: { vi: 'Quản trị hệ thống', en: 'Administrator' },
    roles: ['administrator'],
  },
] as const satisfies readonly DemoPerson[];

export type DemoPersonId = (typeof demoPeople)[number]['id'];

/** `.example` is nobody's: no mail of a demonstration can reach a stranger. */
export function demoAddress(id: string): string {
  return `${id}@hoso.example`;
}

export function findDemoPerson(id: string): DemoPerson | undefined {
  return demoPeople.find((person) => person.id === id);
}
