import { describe, expect, it } from '@jest/globals';
import {
  denied,
  intakeRefused,
  redirected,
  resultHandedOver,
  standing,
  stopped,
  submitted,
  supplementLapsed,
  supplementRequested,
  withdrawn,
} from '../../test/support/beekeeping-events.js';
import { dossierOf } from '../../test/support/dossier-stories.js';
import { nationalStatusOf } from './national-status.js';

describe('TrangThaiHoSo of the national portal', () => {
  it.each([
    [1, 'Mới đăng ký', standing.receipt],
    [2, 'Được tiếp nhận', standing.completeness],
    [3, 'Không được tiếp nhận: refused at intake', [submitted(), intakeRefused()]],
    [3, 'Không được tiếp nhận: sent elsewhere', [submitted(), redirected()]],
    [3, 'Không được tiếp nhận: stopped at the desk', [submitted(), stopped()]],
    [3, 'Không được tiếp nhận: never supplemented', [submitted(), supplementRequested(), supplementLapsed()]],
    [4, 'Đang xử lý: appraisal', standing.appraisal],
    [4, 'Đang xử lý: decision', standing.decision],
    [4, 'Đang xử lý: certificate', standing.certificate],
    [5, 'Yêu cầu bổ sung giấy tờ', standing.supplement],
    [7, 'Công dân yêu cầu rút hồ sơ', [submitted(), withdrawn()]],
    [7, 'Công dân yêu cầu rút hồ sơ', [...standing.appraisal, withdrawn()]],
    [8, 'Dừng xử lý: stopped', [...standing.appraisal, stopped()]],
    [8, 'Dừng xử lý: sent elsewhere', [...standing.completeness, redirected()]],
    [8, 'Dừng xử lý: not supplemented', [...standing.supplement, supplementLapsed()]],
    [9, 'Đã xử lý xong: a licence', standing.handover],
    [9, 'Đã xử lý xong: a denial', denied.handover],
    [10, 'Đã trả kết quả: a licence', standing.closed],
    [10, 'Đã trả kết quả: a denial', [...denied.handover, resultHandedOver()]],
  ])('is %i, %s', (status, _, events) => {
    expect(nationalStatusOf(dossierOf(events))).toBe(status);
  });
});
