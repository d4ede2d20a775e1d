import type { Schema } from 'mongoose';
import type { Change } from './change.js';

/** A document of a read model. Whatever reads it can tell how much of the log it has seen. */
export interface Row {
  /** Text, or the position itself for rows that never change. */
  readonly _id: string | number;
  /** Position of the last commit that changed this row. */
  readonly position: number;
}

/**
 * What a commit does to a read model. Every row is whole: a later one replaces an earlier one, and only the last of a batch is
 * made. `born`: no earlier commit of the same subject has written this row.
 */
export type Write<R extends Row = Row> =
  /** A row that is written once and never changes. */
  | { readonly kind: 'add'; readonly id: number; readonly position: number; row(): R }
  | {
      readonly kind: 'put';
      readonly id: string;
      readonly position: number;
      readonly born: boolean;
      row(): R;
    }
  | { readonly kind: 'remove'; readonly id: string; readonly position: number };

/**
 * One read model, named for its reader. `writesFor` is a pure function of the commit and of the subject before and after it, so that
 * a rebuilt model equals the live one and a batch may be applied twice.
 */
export interface Projection<R extends Row = Row> {
  readonly name: string;
  /** Raised whenever the same log gives other rows: the projector then builds a new generation beside the live one. */
  readonly schemaVersion: number;
  /** Shape and indexes of the rows. No index but that of `_id` may be unique. */
  readonly schema: Schema<R>;
  writesFor(change: Change): readonly Write<R>[];
}
