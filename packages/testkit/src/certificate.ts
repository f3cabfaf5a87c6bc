import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';

/** A key and a certificate that vouches for itself, both PEM. */
export interface MadeCertificate {
  readonly key: string;
  readonly certificate: string;
}

/** One DER value: tag, length, contents (ITU-T X.690, 8.1). */
function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents);
  const digits: number[] = [];
  for (let rest = body.length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  const length = body.length < 128 ? [body.length] : [128 + digits.length, ...digits];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
/** UTCTime, good until 2049. */
const instant = (time: number) => {
  const digits = new Date(time).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return der(0x17, Buffer.from(digits.slice(2)));
};
const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'));

function extension(id: string, value: Uint8Array, critical = false): Buffer {
  return sequence(objectId(id), ...(critical ? [der(0x01, Buffer.from([0xff]))] : []), der(0x04, value));
}

/** Subject alternative names: addresses and host names. */
function names(hosts: readonly string[]): Buffer {
  const all = hosts.map((host) => (isIPv4(host) ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host))));
  return extension('551d11', sequence(...all));
}

function bodyOf(publicKey: KeyObject, hosts: readonly string[], now: number): Buffer {
  const name = sequence(der(0x31, sequence(objectId('550403'), der(0x0c, Buffer.from(hosts[0] ?? 'test')))));
  const day = 86_400_000;
  return sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1]), randomBytes(12)),
    ecdsaWithSha256,
    name,
    sequence(instant(now - day), instant(now + 7 * day)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(names(hosts), extension('551d13', sequence(der(0x01, Buffer.from([0xff]))), true))),
  );
}

/** Makes a key and a certificate for hosts (RFC 5280; ECDSA on P-256), for a week, without any tool of the system: an authority of its own. */
export function makeCertificate(hosts: readonly string[]): MadeCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const body = bodyOf(publicKey, hosts, Date.now());
  const signature = sign('sha256', body, privateKey);
  const bytes = sequence(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}
