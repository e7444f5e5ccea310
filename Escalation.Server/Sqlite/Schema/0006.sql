-- Notices that reached nobody and that the board office has seen to are looked up by the board office. No older program knows that state.
create index dealt_with_notices on notices (at) where state = 'dealt-with';
