-- Lines lie in the order in which they are written, and each knows where the one before it in its record lies. A decision then touches the
-- pages that those just before it touched, and not one for each difference. Notices lie behind the line that they come of.

create table lines_as_written (
  place integer primary key,
  difference integer not null,
  number integer not null,
  before integer, -- where the line before it lies; null for the first of a record
  open blob not null,
  secret blob not null,
  link blob not null
) strict;

create table moved (
  old integer primary key,
  place integer not null
) strict;

insert into moved (old, place) select place, row_number() over (order by place) from lines;

insert into lines_as_written (place, difference, number, before, open, secret, link)
select moved.place, difference, number, case when number > 1 then moved.place - 1 end, open, secret, link
from moved join lines on lines.place = moved.old order by moved.old;

create table notices_as_written (
  place integer primary key, -- the line's place and the notice's number, in one: a line has 2^12 notices at most
  notice text not null,
  state text not null,
  attempts integer not null,
  at integer not null,
  problem text,
  line integer generated always as (place >> 12) virtual
) strict;

insert into notices_as_written (place, notice, state, attempts, at, problem)
select (moved.place << 12) | notices.place, notice, state, attempts, at, problem
from notices join moved on moved.old = (notices.difference << 20) | notices.entry order by moved.place, notices.place;

alter table differences add column last integer; -- where the last line of its record lies
update differences set last = (select moved.place from moved where old = (differences.place << 20) | length);

drop table moved;
drop table lines;
drop table notices;
alter table lines_as_written rename to lines;
alter table notices_as_written rename to notices;

create index waiting_notices on notices (at) where state = 'waiting';
create index dead_notices on notices (at) where state = 'dead';
create index dealt_with_notices on notices (at) where state = 'dealt-with';
