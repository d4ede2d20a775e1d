export type EngineName = 'mongod' | 'temporal' | 'timeSkipping';

export type Log = (line: string) => void;

/** Fixed ports; a port that is not given is chosen by the operating system. */
export interface EnginePorts {
  readonly mongod?: number;
  readonly temporal?: number;
  readonly temporalUi?: number;
  readonly timeSkipping?: number;
}

export interface EngineNeeds {
  /** Where the servers keep their data and logs; one set of servers per folder. */
  readonly dataDir: string;
  readonly want: readonly EngineName[];
  readonly log: Log;
  readonly ports?: EnginePorts;
  /** Temporal's own web pages beside its server. */
  readonly temporalUi?: boolean;
  readonly mongodCacheGb?: number;
  /** Addresses of servers that run already: nothing is started for these. */
  readonly given?: { readonly mongodbUri?: string; readonly temporalAddress?: string };
  /** Start in containers from these images instead of as processes. */
  readonly docker?: DockerImages;
  /** Where fetched binaries are kept; the project's `.tools` unless given. */
  readonly toolsDir?: string;
  /** Told when a server ends that nobody stopped or killed through us. */
  readonly onLost?: (name: EngineName) => void;
}

export interface DockerImages {
  readonly mongod: string;
  readonly temporal: string;
}

export interface RunningEngines {
  /** Addresses throw for a server that was not asked for. */
  readonly mongodbUri: string;
  readonly temporalAddress: string;
  readonly temporalUiUrl: string | undefined;
  readonly timeSkippingAddress: string | undefined;
  /** Process ids of the servers that run as our processes. */
  processes(): Readonly<Partial<Record<EngineName, number>>>;
  /** Starts a killed or running server again, on the same port and data. */
  restart(name: EngineName): Promise<void>;
  /** kill -9. */
  kill(name: EngineName): Promise<void>;
  stop(): Promise<void>;
}
