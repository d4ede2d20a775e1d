/** Where somebody says once that they cannot go on, to whoever waits for what they do. */
export class Failure {
  readonly seen: Promise<never>;
  tell: (error: Error) => void = () => undefined;

  constructor() {
    this.seen = new Promise((_, reject) => {
      this.tell = reject;
    });
    // What nobody waits for any more is no fault.
    this.seen.catch(() => undefined);
  }
}
