/** The first schema: intake, outcomes, ledger, outbox. */
export const ledger = `
create table intake (
  article_id text not null,
  revision integer not null,
  content_hash text not null,
  language text not null,
  observed_at text not null,
  seq bigint generated always as identity,
  payload jsonb,
  primary key (article_id, revision)
);
create index intake_unsent on intake (seq) where payload is not null;

create table outcomes (
  article_id text not null,
  revision integer not null,
  outcome text check (outcome in ('facts', 'duplicate', 'rejected', 'dead-letter')),
  detail jsonb,
  primary key (article_id, revision)
);
create index outcomes_pending on outcomes (article_id) where outcome is null;

create table intake_runs (
  id text primary key,
  source text not null,
  state text not null,
  seen integer not null default 0,
  accepted integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0,
  detail text
);

create table consumer_offsets (
  consumer text not null,
  topic text not null,
  partition integer not null,
  next_offset bigint not null,
  primary key (consumer, topic, partition)
);

create table articles (
  article_id text primary key,
  revision integer not null,
  story_id text not null,
  copy_group text not null,
  relation text not null,
  of_article text,
  directed boolean not null,
  score double precision not null,
  reasons jsonb not null,
  copies jsonb not null,
  language text not null,
  url text,
  title text,
  text text not null,
  text_hash text not null,
  headlines jsonb not null,
  authors jsonb not null,
  publisher text,
  wire_credit jsonb not null,
  published jsonb,
  observed_at text not null,
  withdrawn text
);
create index articles_story on articles (story_id, observed_at, article_id);

create table mentions (
  id text primary key,
  article_id text not null references articles (article_id) on delete cascade,
  story_id text not null,
  body jsonb not null
);
create index mentions_article on mentions (article_id);
create index mentions_story on mentions (story_id);

create table facts (
  id text primary key,
  story_id text not null,
  revision integer not null,
  status text not null,
  type text not null,
  statement text not null,
  articles integer not null,
  independent integer not null,
  body jsonb not null
);
create index facts_story on facts (story_id) where status = 'active';

create table fact_aliases (
  alias text primary key,
  fact_id text not null
);

create table conflicts (
  id text primary key,
  story_id text not null,
  revision integer not null,
  status text not null,
  severity text not null,
  body jsonb not null
);
create index conflicts_story on conflicts (story_id) where status = 'active';

create table story_aliases (
  from_story text primary key,
  into_story text not null
);

create table story_moves (
  article_id text not null,
  from_story text not null,
  into_story text not null,
  primary key (article_id, from_story)
);

create table story_versions (
  story_id text primary key,
  version integer not null
);

create table outbox (
  seq bigint generated always as identity primary key,
  topic text not null,
  key text not null,
  event_id text not null,
  event_time text not null,
  value jsonb
);
`;
