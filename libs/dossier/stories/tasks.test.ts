import { describe, expect, it } from '@jest/globals';
import {
  clerk,
  director,
  hanoi,
  otherClerk,
  otherRanger,
  otherSpecialist,
  ranger,
  specialist,
} from '../../../test/support/beekeepers.js';
import { beekeeping } from '../../../test/support/beekeeping.js';
import {
  assignTask,
  claimTask,
  escalateLateness,
  giveOpinion,
  handOverTask,
  releaseTask,
  remindOfficer,
} from '../../../test/support/beekeeping-commands.js';
import {
  accepted,
  draftReturned,
  numberAllocated,
  numberVoided,
  opinionAsked,
  standing,
  submitted,
  supplementRequested,
  taskAssigned,
  taskClaimed,
} from '../../../test/support/beekeeping-events.js';
import { dossierOf, given, type Happened } from '../../../test/support/dossier-stories.js';
import { vietnamCalendar } from '#libs/calendar/calendar.js';
import { openTasks } from '../tasks.js';

const receive = { task: 'receive-1' };
const unknown = { task: 'receive-2' };
const approve = { task: 'approve-1' };
const byClerk = { task: 'receive-1', holder: clerk };
const released = { type: 'TaskReleased', data: { ...receive, by: clerk } } as const;

describe('a task that nobody holds', () => {
  it('is claimed by whoever takes it first', () => {
    given(submitted()).when(claimTask()).thenHappens(taskClaimed());
    given(submitted(), taskClaimed()).when(claimTask()).thenNothing();
    given(submitted(), taskClaimed())
      .when(claimTask(), { by: otherClerk })
      .thenRefused('TaskHeldByAnother', byClerk);
  });

  it('can be neither released nor handed over', () => {
    given(submitted()).when(releaseTask()).thenRefused('TaskNotHeld', receive);
    given(submitted()).when(handOverTask()).thenRefused('TaskNotHeld', receive);
  });
});

describe('a task that somebody holds', () => {
  const held = [submitted(), taskClaimed()];

  it('is released by its holder', () => {
    given(held).when(releaseTask()).thenHappens(released);
    given(held).when(releaseTask(), { by: otherClerk }).thenRefused('TaskHeldByAnother', byClerk);
    given(held, released)
      .when(claimTask(), { by: otherClerk })
      .thenHappens(taskClaimed({ by: otherClerk }));
  });

  it('is handed over by its holder to a colleague, with a note for the control slip', () => {
    const data = { ...receive, from: clerk, to: otherClerk, note: 'I am on leave' };
    given(held).when(handOverTask()).thenHappens({ type: 'TaskHandedOver', data });
    given(held).when(handOverTask(), { by: otherClerk }).thenRefused('TaskHeldByAnother', byClerk);
    given(held)
      .when(handOverTask({ to: clerk }))
      .thenRefused('HandedToSelf', receive);
    expect(dossierOf(held, { type: 'TaskHandedOver', data }).holders).toStrictEqual({
      'receive-1': otherClerk,
    });
  });

  it('is assigned to another over their head, once', () => {
    const act = assignTask({ ...receive, to: otherClerk });
    const event = taskAssigned({ ...receive, to: otherClerk });
    given(held).when(act).thenHappens(event);
    given(held, event).when(act).thenNothing();
  });
});

describe('a task that is not open', () => {
  const acts = [assignTask, claimTask, releaseTask, handOverTask];

  it.each(acts)('never was, or is over: %#', (act) => {
    given(submitted()).when(act(unknown)).thenRefused('UnknownTask', unknown);
    given(submitted())
      .when(act({ task: 'nonsense' }))
      .thenRefused('UnknownTask', { task: 'nonsense' });
    given(standing.completeness).when(act(receive)).thenRefused('TaskNotOpen', receive);
  });

  it.each([remindOfficer, escalateLateness])('is not reminded of: %#', (act) => {
    given(standing.completeness).when(act(), { at: '2026-03-03 17:00' }).thenRefused('TaskNotOpen', receive);
    given(submitted()).when(act(unknown), { at: '2026-03-03 17:00' }).thenRefused('UnknownTask', unknown);
  });

  it('is that of an opinion once it is given or the draft is written', () => {
    const task = { task: 'giveOpinion-H99.20-1' };
    given(standing.decision).when(claimTask(task)).thenRefused('TaskNotOpen', task);
    given(standing.appraisal).when(claimTask(task)).thenRefused('UnknownTask', task);
  });
});

describe('four eyes', () => {
  const toPreparer = { ...approve, to: specialist };
  const refused = ['PreparerMayNotApprove', { preparedBy: specialist }] as const;

  it('keep the draft from the desk of whoever prepared it', () => {
    given(standing.decision)
      .when(assignTask(toPreparer))
      .thenRefused(...refused);
    given(standing.decision)
      .when(claimTask(approve), { by: specialist })
      .thenRefused(...refused);
    given(standing.decision, taskAssigned({ ...approve, to: director }))
      .when(handOverTask(toPreparer), { by: director })
      .thenRefused(...refused);
  });

  it('are those of anybody else', () => {
    const assigned = taskAssigned({ ...approve, to: otherSpecialist });
    given(standing.decision)
      .when(assignTask({ ...approve, to: otherSpecialist }))
      .thenHappens(assigned);
  });
});

describe('an opinion as a task of the agency that is asked', () => {
  const task = { task: 'giveOpinion-H99.20-1' };
  const asked = [...standing.appraisal, opinionAsked()];

  it('is taken by one of its people, who alone then answers', () => {
    const claimed = taskClaimed({ ...task, by: ranger });
    given(asked).when(claimTask(task), { by: ranger }).thenHappens(claimed);
    given(asked, claimed)
      .when(giveOpinion(), { by: otherRanger })
      .thenRefused('TaskHeldByAnother', { ...task, holder: ranger });
  });

  it('can be taken while the applicant is asked for something', () => {
    given(asked, supplementRequested())
      .when(claimTask(task), { by: ranger })
      .thenHappens(taskClaimed({ ...task, by: ranger }));
  });
});

describe('a task that takes its time', () => {
  const reminded = {
    type: 'OfficerReminded',
    data: { ...receive, dueAt: hanoi('2026-03-03 17:00') },
  } as const;
  const escalated = { ...reminded, type: 'LatenessEscalated' } as const;

  it('is reminded of when half of it is used up, once', () => {
    given(submitted()).when(remindOfficer(), { at: '2026-03-03 11:15' }).thenHappens(reminded);
    given(submitted())
      .when(remindOfficer(), { at: '2026-03-03 11:14' })
      .thenRefused('NotYetDue', { at: hanoi('2026-03-03 11:15') });
    given(submitted(), reminded)
      .when(remindOfficer(), { at: '2026-03-03 12:00' })
      .thenRefused('AlreadyDone', {});
  });

  it('is reported to the head of division when it is due, once', () => {
    given(submitted()).when(escalateLateness()).thenHappens(escalated);
    given(submitted())
      .when(escalateLateness(), { at: '2026-03-03 16:59' })
      .thenRefused('NotYetDue', { at: hanoi('2026-03-03 17:00') });
    given(submitted(), escalated)
      .when(escalateLateness(), { at: '2026-03-04 09:00' })
      .thenRefused('AlreadyDone', {});
  });
});

describe('the open tasks', () => {
  const tasks = (...events: readonly Happened[]) =>
    openTasks(dossierOf(...events), beekeeping(), vietnamCalendar);

  it('are the one of the stage and an opinion for each agency still awaited, with who holds them', () => {
    expect(
      tasks(standing.appraisal, opinionAsked(), taskClaimed({ task: 'appraise-1', by: specialist })),
    ).toStrictEqual([
      {
        id: 'appraise-1',
        kind: 'appraise',
        role: 'specialist',
        agency: 'H99.10',
        dueAt: hanoi('2026-03-10 17:00'),
        remindAt: hanoi('2026-03-06 11:15'),
        holder: specialist,
      },
      {
        id: 'giveOpinion-H99.20-1',
        kind: 'giveOpinion',
        role: 'consultedAgency',
        agency: 'H99.20',
        dueAt: hanoi('2026-03-10 17:00'),
        remindAt: hanoi('2026-03-06 17:00'),
      },
    ]);
  });

  it.each([
    ['receipt', 'receive-1'],
    ['completeness', 'checkCompleteness-1'],
    ['supplement', undefined],
    ['decision', 'approve-1'],
    ['certificate', 'allocateNumber-1'],
    ['handover', 'handOver-1'],
    ['closed', undefined],
  ] as const)('are, at %s: %s', (stage, task) => {
    expect(tasks(standing[stage]).map(({ id }) => id)).toStrictEqual(task === undefined ? [] : [task]);
  });

  it('are none while the certificate is drawn, and one again when its number is voided', () => {
    expect(tasks(standing.certificate, numberAllocated())).toStrictEqual([]);
    const [again] = tasks(standing.certificate, numberAllocated(), numberVoided());
    expect(again?.id).toBe('allocateNumber-1');
  });

  it('of a stage entered again are new ones', () => {
    const [again] = tasks(standing.decision, draftReturned());
    expect(again?.id).toBe('appraise-2');
  });

  it('lose their holder with their stage', () => {
    expect(dossierOf(submitted(), taskClaimed(), accepted()).holders).toStrictEqual({});
  });
});
