-- Monitoring figures: what each London day added, kept in the same transaction as what it counts. None of it is personal.
create table counts (
  board text not null,
  measure text not null,
  day text not null, -- yyyy-MM-dd
  key text not null, -- an agency, a reason, a stage, ...; empty where a measure has none
  number integer not null,
  primary key (board, measure, day, key)
) strict, without rowid;

-- Differences from before there were figures: as many of their lines as were there are still to be counted. Those that are added count
-- themselves.
create table uncounted (
  place integer primary key, -- the difference's
  length integer not null
) strict;

insert into uncounted (place, length) select place, length from differences;
