import type { SendingEntry } from '#libs/summaries/sending-history.js';
import { sendingTexts } from '#libs/summaries/sending-texts.js';
import type { SummarySending } from '#libs/summaries/sendings.js';
import { addresseeNames, wayNames } from '#libs/summary-duties/addressees.js';
import { labelled, section } from './summary-lines.js';

export interface WhatWasSent {
  readonly sending: SummarySending;
  readonly history?: readonly SendingEntry[];
}

/** Whether a summary was sent by now, and all that was recorded about it, for the terminal. */
export function sentLines({ sending, history }: WhatWasSent): readonly string[] {
  const { standing, awaiting, sent } = sending;
  const gone = sent.map(
    ({ addressee, sentOn, late, way, reference, position }) =>
      `${labelled(addresseeNames[addressee])} ${sentOn}${late ? ' (late)' : ''}, ${wayNames[way].en}, ${reference}, as of position ${position}`,
  );
  const open = awaiting.map((addressee) => `${labelled(addresseeNames[addressee])} –`);
  return [
    ...section(`Gửi / sending: ${labelled(sendingTexts[standing]).trimEnd()}`, [...gone, ...open]),
    ...(history ? section('Lịch sử gửi / history of sending', history.flatMap(entryLines)) : []),
  ];
}

function entryLines({ position, recordedAt, actor, command, events }: SendingEntry): readonly string[] {
  return [
    `${String(position).padStart(7)}  ${recordedAt}  ${actor.id.padEnd(20)} ${command}`,
    ...events.flatMap(({ sentence: { vi, en } }) => [`         ${vi}`, `         ${en}`]),
  ];
}
