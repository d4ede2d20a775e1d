import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/**
 * What the embedded issuer remembers: sessions and codes of one process. After a restart people sign in again; their tokens go on,
 * because the signing key is kept.
 */
export class MemoryAdapter implements Adapter {
  private readonly kept = new Map<string, Kept>();

  constructor(readonly kind: string) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    this.forgetExpired();
    this.kept.set(id, { payload, until: Date.now() + expiresIn * 1000 });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const kept = this.kept.get(id);
    return kept !== undefined && kept.until > Date.now() ? kept.payload : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return [...this.kept.values()].find(({ payload }) => payload.uid === uid)?.payload;
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const kept = this.kept.get(id);
    if (kept) kept.payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.kept.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.kept) if (payload.grantId === grantId) this.kept.delete(id);
  }

  private forgetExpired(): void {
    const now = Date.now();
    for (const [id, { until }] of this.kept) if (until <= now) this.kept.delete(id);
  }
}
