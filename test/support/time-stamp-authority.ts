import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { TimeStampReq, TSTInfo, TSTInfoVersion } from '@peculiar/asn1-tsp';
import { oids, sha256, signedAttributes, toBeSigned } from '#libs/signatures/cms/attributes.js';
import type { KeyedCertificate } from '#libs/signatures/certificates/test-authority.js';
import { der, smallInteger, tags } from '#libs/signatures/cms/der.js';
import { encodeSignedData } from '#libs/signatures/cms/signed-data.js';
import { algorithmOf, signHash } from '#libs/signatures/signers/sign-hash.js';
import type { SigningOffice } from './signing-office.js';

/** A time-stamp authority under the root of an office: stamps whatever it is asked, or something else. */
export class TimeStampAuthority {
  readonly behaviour: { stampsOther: boolean; repeats?: boolean; key?: KeyedCertificate } = {
    stampsOther: false,
  };
  asked = 0;
  url = '';
  private server: Server | undefined;

  constructor(
    private readonly office: SigningOffice,
    private readonly at: string,
  ) {}

  async open(): Promise<this> {
    this.server = createServer((request, response) => {
      void this.answer(request).then(
        (answer) => response.end(answer),
        () => response.destroy(),
      );
    }).listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private async answer(request: IncomingMessage): Promise<Uint8Array> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    this.asked += 1;
    const { messageImprint, nonce } = AsnConvert.parse(Buffer.concat(chunks), TimeStampReq);
    if (this.behaviour.stampsOther) messageImprint.hashedMessage = new OctetString(new Uint8Array(32));
    const stamp = new TSTInfo({
      version: TSTInfoVersion.v1,
      policy: '1.3.6.1.4.1.99999.1',
      messageImprint,
      serialNumber: Uint8Array.from([this.asked]).buffer,
      genTime: new Date(this.at),
      // An answer to an earlier question has the nonce of that one.
      ...(nonce ? { nonce: this.behaviour.repeats ? Uint8Array.from([1]).buffer : nonce } : {}),
    });
    return answerWith(this.token(new Uint8Array(AsnConvert.serialize(stamp))));
  }

  private token(bytes: Uint8Array): Uint8Array {
    const { certificate, key } = this.behaviour.key ?? this.office.timeStamping;
    const attributes = signedAttributes(sha256(bytes), certificate, oids.timeStampInfo);
    const value = signHash(sha256(toBeSigned(attributes)), key);
    const chain = [certificate, this.office.intermediate];
    const content = { type: oids.timeStampInfo, bytes };
    return encodeSignedData({ attributes, algorithm: algorithmOf(key), value, chain }, { content });
  }
}

/** RFC 3161, 2.4.2: granted, and the token as it is. */
function answerWith(token: Uint8Array): Uint8Array {
  return der(tags.sequence, der(tags.sequence, smallInteger(0)), token);
}
