import { BusError } from '../bus-error.ts';

function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let current = error; current instanceof Error && chain.length < 10 && !chain.includes(current); current = current.cause)
    chain.push(current);
  return chain;
}

/** Protocol error names that say: this message can never be stored. */
const tooLarge = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE']);
/** Protocol error names that only an operator can mend. */
const refused = new Set([
  'TOPIC_AUTHORIZATION_FAILED',
  'GROUP_AUTHORIZATION_FAILED',
  'CLUSTER_AUTHORIZATION_FAILED',
  'SASL_AUTHENTICATION_FAILED',
  'POLICY_VIOLATION',
  'INVALID_RECORD',
  'INVALID_CONFIG',
  'INVALID_REPLICATION_FACTOR',
]);

/** Node's codes for a certificate that is not trusted: one of another authority, one for another host, one out of its time. */
const certificateCodes = /^(?:SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_|CERT_|ERR_TLS_CERT_ALTNAME_INVALID$)/;

function isUntrusted(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return certificateCodes.test(code);
}

/** The protocol's name of an error ("REBALANCE_IN_PROGRESS"), looked for along its causes. */
export function protocolType(error: unknown): string | undefined {
  for (const each of causes(error)) if ('type' in each && typeof each.type === 'string') return each.type;
  return undefined;
}

/** An error of kafkajs as one of ours. Whatever is not known to be permanent is transient: waiting is safe, giving a message up is not. */
export function toBusError(error: unknown): BusError {
  if (error instanceof BusError) return error;
  const type = protocolType(error);
  const message = error instanceof Error ? error.message : String(error);
  if (type !== undefined && tooLarge.has(type)) return new BusError('message-too-large', message, { cause: error });
  const chain = causes(error);
  if (chain.some(isUntrusted))
    return new BusError('refused', `The broker's certificate is not trusted: ${message} (see KAFKA_TLS_CA_FILE).`, { cause: error });
  const denied = (type !== undefined && refused.has(type)) || chain.some(({ name }) => name === 'KafkaJSSASLAuthenticationError');
  return new BusError(denied ? 'refused' : 'unavailable', message, { cause: error });
}
