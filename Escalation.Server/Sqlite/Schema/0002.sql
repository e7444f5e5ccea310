-- What is given out for a while: links, codes, sign-ins, begun answers. None of it is part of a record, and none of it lies open: ids are
-- hashes, and the content is encrypted.
create table passes (
  kind text not null,
  id text not null,
  about text not null,
  expires integer not null,
  edition integer not null,
  content blob not null,
  primary key (kind, id)
) strict, without rowid;

create index passes_by_about on passes (kind, about);
create index passes_by_expiry on passes (expires);
