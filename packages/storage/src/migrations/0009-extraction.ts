/**
 * Which version of the extractor the ledger is made with, of every article too where it differs from the one before; and an outbox of packed pieces: an article supports a dozen facts,
 * whose messages carry the same evidence over and over. What waits to be sent stays, unpacked.
 */
export const extraction = `
create table extraction (
  only_row boolean primary key default true check (only_row),
  version text not null,
  wanted text
);
insert into extraction (version)
  select case when count(*) = 1 then max(version) else 'several versions' end
  from (select distinct body->'extractor'->>'version' as version from mentions) as found
  having count(*) > 0;
alter table articles add column extracted_by text;

create table outbox_pieces (
  seq bigint generated always as identity primary key,
  messages integer not null,
  packed boolean not null,
  body bytea not null
);
insert into outbox_pieces (messages, packed, body)
  select 1, false, convert_to(jsonb_build_array(jsonb_build_object(
    'topic', topic, 'key', key, 'eventId', event_id, 'eventTime', event_time, 'value', value))::text, 'UTF8')
  from outbox order by seq;
drop table outbox;
alter table outbox_pieces rename to outbox;
alter table outbox alter column body set storage external;
`;
