-- What becomes of a difference whose retention period is over: JSON, what is proved of its erasure; null as long as it has its key.
alter table differences add column erasure text;

-- Who read which record, and when. What names a person is encrypted. It goes when the difference is erased.
create table reads (
  place integer primary key,
  difference text not null,
  board text not null,
  at integer not null,
  capacity text not null, -- an agency's id, "board-office", or an officer's id
  way text not null,
  who blob not null
) strict;

create index reads_by_difference on reads (difference, place);
create index reads_by_board on reads (board, place);
