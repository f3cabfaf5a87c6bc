import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A certificate (RFC 5280) made in memory, with its key: no tool and no stored secret is needed. */
export interface Certificate {
  cert: string;
  key: string;
  name: string;
  privateKey: KeyObject;
}

const tlv = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const length = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...parts: Uint8Array[]): Buffer => tlv(0x30, ...parts);
const oid = (...bytes: number[]): Buffer => tlv(0x06, Buffer.from(bytes));
const integer = (value: number): Buffer => tlv(0x02, Buffer.from([value]));
const flag = tlv(0x01, Buffer.from([0xff]));
/** UTCTime: two digits of the year. */
const time = (at: Date): Buffer => tlv(0x17, Buffer.from(`${at.toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`));
const named = (name: string): Buffer => sequence(tlv(0x31, sequence(oid(0x55, 0x04, 0x03), tlv(0x0c, Buffer.from(name)))));
const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));

/** @param issuer the authority that signs; the certificate itself where there is none. @param days from and until when it is valid, counted from now. */
export function madeCertificate(
  name: string,
  options: { issuer?: Certificate; days?: [number, number]; authority?: boolean } = {},
): Certificate {
  const { issuer, days: [from, until] = [-1, 30], authority = false } = options;
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const day = (count: number) => new Date(Date.now() + count * 86_400_000);
  const basic = sequence(oid(0x55, 0x1d, 0x13), flag, tlv(0x04, authority ? sequence(flag) : sequence()));
  const names = sequence(oid(0x55, 0x1d, 0x11), tlv(0x04, sequence(tlv(0x82, Buffer.from(name)))));
  const signed = sequence(
    tlv(0xa0, integer(2)),
    integer(authority ? 1 : 2),
    ecdsaWithSha256,
    named(issuer?.name ?? name),
    sequence(time(day(from)), time(day(until))),
    named(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(basic, names)),
  );
  const signature = sign('sha256', signed, issuer?.privateKey ?? privateKey);
  const der = sequence(signed, ecdsaWithSha256, tlv(0x03, Buffer.from([0]), signature));
  const cert = `-----BEGIN CERTIFICATE-----\n${
    der
      .toString('base64')
      .match(/.{1,64}/g)
      ?.join('\n') ?? ''
  }\n-----END CERTIFICATE-----\n`;
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), name, privateKey };
}
