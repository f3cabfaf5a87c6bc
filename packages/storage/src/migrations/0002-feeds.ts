/** The feeds that the readers poll, and who is polling them now. */
export const feeds = `
create table feeds (
  id text primary key,
  url text not null unique,
  title text,
  full_text boolean not null default true,
  paused boolean not null default false,
  schedule jsonb not null,
  validators jsonb,
  next_try_at timestamptz,
  leased_until timestamptz,
  leased_by text
);
create index feeds_due on feeds (next_try_at) where not paused;
`;
