/**
 * A story is opened with everything ever published of it, retracted facts and conflicts too: the indexes of the active ones do not serve that, and every story would read the whole
 * tables. The last place of intake is asked for at each start.
 */
export const storyIndexes = `
drop index facts_story;
create index facts_story on facts (story_id, status);
drop index conflicts_story;
create index conflicts_story on conflicts (story_id, status);
create index intake_seq on intake (seq);
`;
