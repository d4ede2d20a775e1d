/** A value that would not come back as it was given from JSON, BSON and canonical JSON (RFC 8785) alike. */
export class ValueNotStorable extends Error {
  override readonly name = 'ValueNotStorable';

  constructor(
    /** Where in the commit, as `events[0].data.area`. */
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path === '' ? 'The commit' : path} cannot be recorded: ${reason}`);
  }
}
