/** Which lines repeat on the pages of a host: counts of hashed lines, learnt from earlier articles; no words. */
export const hostMemory = `
create table host_memory (
  host text primary key,
  pages integer not null,
  lines jsonb not null,
  learnt_at timestamptz not null default now()
);
create index host_memory_oldest on host_memory (learnt_at);
alter table host_memory alter column lines set storage external;
`;
