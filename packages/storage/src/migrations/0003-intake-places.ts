/** What each place (a line of a file, a feed) last said of an article: reading it again is no revision, whatever another place has said since. */
export const intakePlaces = `
create table intake_places (
  article_id text not null,
  place text not null,
  content_hash text not null,
  primary key (article_id, place)
);
`;
