/** What the reader keeps besides feeds: keys of programs that push, places reached in inputs, pages to look at again, turns at domains, what is forgotten. */
export const reader = `
create table api_keys (
  id text primary key,
  name text not null,
  hash text not null unique,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);

create table intake_progress (
  input text not null,
  file text not null,
  fingerprint text not null,
  position bigint not null,
  primary key (input, file)
);

create table page_checks (
  article_id text primary key,
  feed text not null,
  url text not null,
  round smallint not null default 0,
  misses smallint not null default 0,
  published_at timestamptz not null,
  due_at timestamptz not null,
  leased_until timestamptz,
  leased_by text
);
create index page_checks_due on page_checks (due_at);

create table feed_items (
  feed text not null,
  guid text not null,
  article_id text not null,
  primary key (feed, guid)
);

create table domain_turns (
  domain text not null,
  slot smallint not null,
  held_by text not null,
  held_until timestamptz not null,
  primary key (domain, slot)
);

create table forgotten_articles (
  article_id text primary key,
  forgotten_at timestamptz not null default now()
);
`;
