/** Dead letters that an operator has dealt with. The letters themselves stay on their topic until its retention removes them. */
export const deadLetterMarks = `
create table dead_letter_marks (
  id text primary key,
  state text not null check (state in ('redriven', 'dropped')),
  marked_at timestamptz not null default now()
);
`;
