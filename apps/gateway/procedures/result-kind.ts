import type { ResultKind } from '#libs/procedures/result.js';
import { registerTerms } from '../graphql/terms.js';

export const ResultKindTerms = registerTerms<ResultKind>(
  'ResultKind',
  'What a granted application does to a licence.',
  {
    'licence.issue': { vi: 'cấp giấy phép', en: 'issues one' },
    'licence.extend': { vi: 'gia hạn', en: 'extends it' },
    'licence.amend': { vi: 'sửa đổi, bổ sung', en: 'amends it' },
    'licence.reissue': { vi: 'cấp lại', en: 'issues it again' },
    'licence.noteChange': { vi: 'ghi nhận thay đổi', en: 'notes a change of its holder' },
    'licence.return': { vi: 'trả lại', en: 'ends it on return' },
    'dossier.forward': {
      vi: 'chuyển cơ quan có thẩm quyền',
      en: 'none: the dossier is sent on to the authority that decides',
    },
  },
);
