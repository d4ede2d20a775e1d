import type { DossierEvents, DossierEventType } from '../events.js';
import type { Dossier } from '../state.js';
import { appraising } from './appraising.js';
import { closingAndReopening } from './closing.js';
import { concluding } from './concluding.js';
import { filing } from './filing.js';
import { moving } from './moving.js';
import { working } from './working.js';

type LaterEvent = Exclude<DossierEventType, 'DossierSubmitted'>;

/** What each fact does to a dossier: complete, or it does not compile. */
export const evolvers: {
  readonly [Type in LaterEvent]: (dossier: Dossier, data: DossierEvents[Type]) => Dossier;
} = { ...filing, ...appraising, ...concluding, ...closingAndReopening, ...moving, ...working };
