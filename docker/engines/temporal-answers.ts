import { type ClientHttp2Session, connect, type IncomingHttpHeaders } from 'node:http2';

const PATIENCE_MS = 2_000;
const NAMESPACE = 'default';

const CALL = {
  ':method': 'POST',
  ':path': '/temporal.api.workflowservice.v1.WorkflowService/DescribeNamespace',
  'content-type': 'application/grpc',
  te: 'trailers',
};

/** gRPC's frame (not compressed, five bytes of length) around the message `{ 1: "default" }`. */
const QUESTION = Buffer.concat([
  Buffer.from([0, 0, 0, 0, NAMESPACE.length + 2, 0x0a, NAMESPACE.length]),
  Buffer.from(NAMESPACE),
]);

/**
 * Throws unless a Temporal server with the namespace `default` answers. One call of gRPC, spoken as it is: the client
 * library would stay in the memory of a process that has nothing else to ask.
 */
export async function temporalAnswers(address: string): Promise<void> {
  const session = connect(`http://${address}`);
  // Told by the call as well.
  session.on('error', () => undefined);
  try {
    const status = await statusOfCall(session);
    if (status !== '0') throw new Error(`Temporal at ${address} answers with gRPC status ${status}`);
  } finally {
    session.destroy();
  }
}

function statusOfCall(session: ClientHttp2Session): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = session.request(CALL);
    const end = (headers: IncomingHttpHeaders): void => {
      if (headers['grpc-status'] !== undefined) resolve(String(headers['grpc-status']));
    };
    // A refusal comes with the headers, an answer with the trailers.
    call.on('response', end);
    call.on('trailers', end);
    call.on('error', reject);
    call.on('close', () => reject(new Error('Temporal hung up')));
    call.setTimeout(PATIENCE_MS, () => call.destroy(new Error('Temporal does not answer')));
    call.resume();
    call.end(QUESTION);
  });
}
