-- The lexemes are exactly the words that SearchWords wrote: no parser or dictionary of the database adds a meaning of its
-- own, so both databases find the same tickets. Stored rather than an expression, so that the planner has statistics.
alter table ticket_search
    add column lexemes tsvector generated always as (array_to_tsvector(string_to_array(words, ' '))) stored;
create index ticket_search_by_word on ticket_search using gin (lexemes);

-- What is still to be done is a few in a hundred of what there ever was, and the list looked at most.
create index ticket_live_by_activity on ticket (company_id, active_at, number)
    where state in ('NEW', 'OPEN', 'PENDING');
create index ticket_live_by_priority on ticket (company_id, priority, active_at, number)
    where state in ('NEW', 'OPEN', 'PENDING');

-- Files are mostly compressed already.
alter table ticket_attachment_chunk alter column bytes set storage external;
