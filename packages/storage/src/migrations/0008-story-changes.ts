/** Why stories became one, or parted: what merges and splits said. */
export const storyChanges = `
create table story_changes (
  id text primary key,
  kind text not null,
  from_story text not null,
  into_story text not null,
  articles integer,
  reasons jsonb not null,
  observed_at text not null
);
create index story_changes_from on story_changes (from_story);
create index story_changes_into on story_changes (into_story);
`;
