import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ContentInfo, EncapsulatedContent, EncapsulatedContentInfo, SignedData } from '@peculiar/asn1-cms';
import { AsnConvert, AsnObjectIdentifierConverter, OctetString } from '@peculiar/asn1-schema';
import {
  PKIStatus,
  PKIStatusInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
  TSTInfoVersion,
} from '@peculiar/asn1-tsp';
import { attribute, oids, sha256, signedAttributes, toBeSigned } from '#libs/signatures/cms/attributes.js';
import { encodeSignedData } from '#libs/signatures/cms/signed-data.js';
import { algorithmOf, signHash } from '#libs/signatures/signers/sign-hash.js';
import type { SigningOffice } from './signing-office.js';

const TST_INFO = '1.2.840.113549.1.9.16.1.4';

/** A time-stamp authority under the root of an office: stamps whatever it is asked, or something else. */
export class TimeStampAuthority {
  readonly behaviour = { stampsOther: false };
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
      ...(nonce ? { nonce } : {}),
    });
    const token = this.token(AsnConvert.serialize(stamp));
    const status = new PKIStatusInfo({ status: PKIStatus.granted });
    return Buffer.from(AsnConvert.serialize(new TimeStampResp({ status, timeStampToken: token })));
  }

  private token(stamp: ArrayBuffer): ContentInfo {
    const { certificate, key } = this.office.keys.organisation;
    const [, ...rest] = signedAttributes(sha256(new Uint8Array(stamp)), certificate);
    const attributes = [
      attribute(oids.contentType, AsnObjectIdentifierConverter.toASN(TST_INFO).toBER()),
      ...rest,
    ];
    const value = signHash(sha256(toBeSigned(attributes)), key);
    const chain = [certificate, this.office.intermediate];
    const detached = encodeSignedData({ attributes, algorithm: algorithmOf(key), value, chain });
    const info = AsnConvert.parse(detached, ContentInfo);
    const data = AsnConvert.parse(info.content, SignedData);
    data.encapContentInfo = new EncapsulatedContentInfo({
      eContentType: TST_INFO,
      eContent: new EncapsulatedContent({ single: new OctetString(stamp) }),
    });
    return new ContentInfo({ contentType: info.contentType, content: AsnConvert.serialize(data) });
  }
}
