import type { Model } from 'mongoose';
import type { DossierId, LicenceId } from '#libs/kernel/ids.js';
import type { Instant } from '#libs/kernel/time.js';
import { dossierDetails } from './dossier-details/projection.js';
import * as dossiers from './dossier-details/queries.js';
import { dossierHistory } from './dossier-history/projection.js';
import * as history from './dossier-history/queries.js';
import type { Generations } from './generations.js';
import { licenceRegister } from './licence-register/projection.js';
import * as register from './licence-register/queries.js';
import { LiveModels } from './live-models.js';
import type { PositionAnswer, WaitOptions } from './position-waiters.js';
import type { Projection, Row } from './projection.js';
import { publicTracking } from './public-tracking/projection.js';
import * as tracking from './public-tracking/queries.js';
import { taskInbox } from './task-inbox/projection.js';
import * as inbox from './task-inbox/queries.js';

export type ReadModelName =
  'task-inbox' | 'dossier-details' | 'dossier-history' | 'public-tracking' | 'licence-register';

/** All read models, by name. */
export const projections = {
  'task-inbox': taskInbox,
  'dossier-details': dossierDetails,
  'dossier-history': dossierHistory,
  'public-tracking': publicTracking,
  'licence-register': licenceRegister,
} as const satisfies Record<ReadModelName, unknown>;

export const readModelNames = Object.keys(projections) as readonly ReadModelName[];

export const allProjections = Object.values(projections) as unknown as readonly Projection[];

/** What readers may ask, each question of the generation that is live when it is asked. */
export class ReadModels {
  private readonly live: LiveModels;

  constructor(generations: Generations) {
    this.live = new LiveModels(generations);
  }

  readonly inbox = {
    list: (question: inbox.InboxQuestion) => this.ask(taskInbox, (model) => inbox.listInbox(model, question)),
    count: (reader: inbox.InboxReader, now: Instant) =>
      this.ask(taskInbox, (model) => inbox.countInbox(model, reader, now)),
  };

  readonly dossiers = {
    find: (id: DossierId) => this.ask(dossierDetails, (model) => dossiers.findDossier(model, id)),
    findMany: (ids: readonly DossierId[]) =>
      this.ask(dossierDetails, (model) => dossiers.findDossiers(model, ids)),
    findByCode: (code: string) =>
      this.ask(dossierDetails, (model) => dossiers.findDossierByCode(model, code)),
    list: (question: dossiers.DossierQuestion) =>
      this.ask(dossierDetails, (model) => dossiers.listDossiers(model, question)),
  };

  readonly history = {
    list: (question: history.HistoryQuestion) =>
      this.ask(dossierHistory, (model) => history.listHistory(model, question)),
    listMoves: (range: history.MovesRange) =>
      this.ask(dossierHistory, (model) => history.listMoves(model, range)),
  };

  readonly tracking = {
    find: (key: tracking.TrackingKey) =>
      this.ask(publicTracking, (model) => tracking.findTracked(model, key)),
  };

  readonly register = {
    find: (id: LicenceId) => this.ask(licenceRegister, (model) => register.findLicence(model, id)),
    findByText: (text: string) =>
      this.ask(licenceRegister, (model) => register.findLicencesByText(model, text)),
    list: (question: register.RegisterQuestion) =>
      this.ask(licenceRegister, (model) => register.listRegister(model, question)),
  };

  /** Position of the last commit that a read model has seen. */
  position(name: ReadModelName): Promise<number> {
    return this.live.position(name);
  }

  /** So that a reader sees the write it was told about: waits until these read models have seen `position`. */
  waitForPosition(
    names: ReadModelName | readonly ReadModelName[],
    position: number,
    options: WaitOptions,
  ): Promise<PositionAnswer> {
    return this.live.waitForPosition(typeof names === 'string' ? [names] : names, position, options);
  }

  private async ask<R extends Row, T>(
    projection: Projection<R>,
    question: (model: Model<R>) => Promise<T>,
  ): Promise<T> {
    return question(await this.live.model(projection));
  }
}
