import { mongo } from 'mongoose';
import { EngineError } from './engine-error.js';
import { answers } from './temporal.js';

const PATIENCE_MS = 5_000;

/** A server that somebody else runs: only asked whether it is there. The sentence never shows a password. */
export async function assertMongodAnswers(uri: string): Promise<void> {
  const patience = { serverSelectionTimeoutMS: PATIENCE_MS, connectTimeoutMS: PATIENCE_MS };
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
    await answers(address);
  } catch (cause) {
    throw new EngineError(
      'notReachable',
      `The Temporal server given in TEMPORAL_ADDRESS (${address}) does not answer, or has no namespace "default".`,
      { cause },
    );
  }
}

const withoutPassword = (uri: string): string => uri.replace(/\/\/[^@/]*@/, '//…@');
