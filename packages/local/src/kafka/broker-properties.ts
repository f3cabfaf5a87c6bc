/** Ports of one broker on 127.0.0.1: clients, and its own controller. */
export interface BrokerPorts {
  readonly client: number;
  readonly controller: number;
}

/**
 * The settings of a small single broker in KRaft mode (broker and controller in one process), heard on 127.0.0.1 only.
 * One partition for each internal topic and short session times: a group's first join and a restart after a crash take a second each, not ten.
 */
export function brokerProperties(ports: BrokerPorts, logFolder: string): Record<string, string> {
  return {
    'process.roles': 'broker,controller',
    'node.id': '1',
    listeners: `PLAINTEXT://127.0.0.1:${ports.client},CONTROLLER://127.0.0.1:${ports.controller}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${ports.client},CONTROLLER://127.0.0.1:${ports.controller}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'controller.quorum.bootstrap.servers': `127.0.0.1:${ports.controller}`,
    'log.dirs': logFolder,
    'auto.create.topics.enable': 'false',
    'delete.topic.enable': 'true',
    'default.replication.factor': '1',
    'min.insync.replicas': '1',
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '1',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'transaction.state.log.num.partitions': '1',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    'share.coordinator.state.topic.num.partitions': '1',
    'group.initial.rebalance.delay.ms': '0',
    'broker.session.timeout.ms': '2000',
    'broker.heartbeat.interval.ms': '500',
    'log.cleaner.dedupe.buffer.size': '4194304',
    'log.index.size.max.bytes': '2097152',
  };
}

function escapeValue(text: string): string {
  let escaped = '';
  for (const unit of text.replaceAll('\\', '\\\\')) {
    const code = unit.codePointAt(0) ?? 0;
    if (code >= 32 && code < 127) escaped += unit;
    else for (let index = 0; index < unit.length; index++) escaped += `\\u${unit.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}

/** A Java properties file: Java reads it as Latin-1, so everything beyond ASCII is escaped. Keys are plain names. */
export function writeProperties(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${escapeValue(value)}\n`)
    .join('');
}
