/** An answer other than success on a plain HTTP route; its text was written for the caller. */
export class HttpFault extends Error {
  override readonly name = 'HttpFault';

  constructor(
    readonly statusCode: 400 | 401 | 404 | 409 | 410 | 413 | 415 | 422 | 429,
    message: string,
  ) {
    super(message);
  }
}
