import { EngineError } from './engine-error.js';
import { temporalAnswers } from './temporal-answers.js';

const PATIENCE_MS = 5_000;

/** A server that somebody else runs: only asked whether it is there. The sentence never shows a password. */
export async function assertMongodAnswers(uri: string): Promise<void> {
  const patience = { serverSelectionTimeoutMS: PATIENCE_MS, connectTimeoutMS: PATIENCE_MS };
  // Somebody else's address may ask for anything that the driver can do; our own servers are started without it.
  const { mongo } = await import('mongoose');
  try {
    const client = await new mongo.MongoClient(uri, patience).connect();
    await client.close();
  } catch (cause) {
    throw new EngineError(
      'notReachable',
      `The MongoDB server given in MONGODB_URI (${withoutPassword(uri)}) does not answer.`,
      { cause },
    );
  }
}

export async function assertTemporalAnswers(address: string): Promise<void> {
  try {
    await temporalAnswers(address);
  } catch (cause) {
    throw new EngineError(
      'notReachable',
      `The Temporal server given in TEMPORAL_ADDRESS (${address}) does not answer, or has no namespace "default".`,
      { cause },
    );
  }
}

const withoutPassword = (uri: string): string => uri.replace(/\/\/[^@/]*@/, '//…@');
