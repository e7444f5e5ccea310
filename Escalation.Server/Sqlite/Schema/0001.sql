-- The journal and the papers of the embedded host. Instants are whole milliseconds since 1970 in UTC.

-- A difference: what is known of it without opening its record. The card is JSON; the columns beside it are what lists are found by.
create table differences (
  place integer primary key,
  id text not null unique,
  board text not null,
  reference text not null unique,
  length integer not null,
  link blob not null,
  key blob, -- its own key, wrapped; null once it was erased
  due integer, -- when the clock has to look at it next
  state text not null,
  stage text not null,
  next_act integer, -- when the next act is due
  late_since integer,
  card text not null
) strict;

create index differences_by_due on differences (due) where due is not null;
create index differences_by_board on differences (board, state, place);
create index open_differences_by_next_act on differences (board, next_act) where next_act is not null;
create index late_differences on differences (board, late_since) where late_since is not null;

create table parties (
  board text not null,
  agency text not null,
  difference integer not null references differences (place),
  primary key (board, agency, difference)
) strict, without rowid;

-- The record. Lines are only ever added.
create table lines (
  difference integer not null references differences (place),
  number integer not null,
  open blob not null,
  secret blob not null,
  link blob not null,
  primary key (difference, number)
) strict, without rowid;

-- Notices on their way, and what became of them.
create table notices (
  difference integer not null references differences (place),
  entry integer not null,
  place integer not null,
  notice text not null,
  state text not null,
  attempts integer not null,
  at integer not null,
  problem text,
  primary key (difference, entry, place)
) strict, without rowid;

create index waiting_notices on notices (at) where state = 'waiting';
create index dead_notices on notices (at) where state = 'dead';

-- What was answered under an idempotency key.
create table answers (
  asker text not null,
  key text not null,
  fingerprint blob not null,
  difference text not null,
  length integer not null,
  at integer not null,
  primary key (asker, key)
) strict, without rowid;

create index answers_by_age on answers (at);

create table papers (
  board text not null,
  drawer text not null,
  id text not null,
  edition integer not null,
  text text not null,
  primary key (board, drawer, id)
) strict, without rowid;

-- One row: how often any paper was changed.
create table paper_changes (count integer not null) strict;
insert into paper_changes values (0);
