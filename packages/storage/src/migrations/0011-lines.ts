/**
 * Which mention a fact's id was made of: an id that one story has must not be made a second time in another that the mention went to.
 * Messages that wait in their line behind a joint event which has not come in all its lines yet, as they were received, and the joint events that were carried out, so that a redelivered one waits for nothing.
 */
export const lines = `
alter table facts add column named_after text generated always as (substring(body->>'key' from '#([^#~]*)(?:~[0-9]+)?$')) stored;
create index facts_named_after on facts (named_after);
create table waiting_messages (
  seq bigint generated always as identity primary key,
  line text not null,
  joint text,
  lines integer,
  leads boolean not null,
  head text not null,
  value bytea not null,
  since timestamptz not null default now()
);
create index waiting_messages_line on waiting_messages (line, seq);
alter table waiting_messages alter column value set storage external;
create table joint_events (
  id text primary key
);
`;
