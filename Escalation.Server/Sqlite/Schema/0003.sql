-- The lines of a record lie one after the other, each whole in its page. A table without row ids puts what is longer than a quarter of a
-- page onto a page of its own, which took more than half of the room that closed differences took.
create table lines_in_order (
  place integer primary key, -- the difference's place and the number, in one: a record has 2^20 lines at most
  open blob not null,
  secret blob not null,
  link blob not null,
  difference integer generated always as (place >> 20) virtual,
  number integer generated always as (place & 1048575) virtual
) strict;

insert into lines_in_order (place, open, secret, link)
select (difference << 20) | number, open, secret, link from lines order by difference, number;

drop table lines;
alter table lines_in_order rename to lines;
