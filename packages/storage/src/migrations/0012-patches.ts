/**
 * What changed of a fact or a conflict since its body was written: a long one is written whole now and then only, so that a further article costs what it adds.
 * `body_revision` says of which revision the body is; null where it is that of the row.
 */
export const patches = `
create table patches (
  object_id text not null,
  revision integer not null,
  patch jsonb not null,
  primary key (object_id, revision)
);
alter table facts add column body_revision integer;
alter table conflicts add column body_revision integer;
`;
