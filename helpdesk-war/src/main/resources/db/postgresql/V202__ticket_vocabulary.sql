-- Every word that some ticket of a company has, so that a search can ask the word index for whole words. Looking for
-- beginnings makes the index read all tickets of each beginning; whole words it intersects, which costs a tenth.
-- A word stays when its last ticket loses it: asking for one word too many costs nothing. Not unique on purpose: two
-- transactions that bring the same new word must not wait for each other, and reading it twice does no harm.
create table ticket_word (
    company_id uuid not null references company (id),
    word varchar(40) collate "C" not null
);
insert into ticket_word (company_id, word)
select distinct company_id, word from ticket_search, unnest(string_to_array(words, ' ')) as found (word);
create index ticket_word_by_beginning on ticket_word (company_id, word);

create function keep_ticket_words() returns trigger language plpgsql as $$
begin
    insert into ticket_word (company_id, word)
    select distinct kept.company_id, found.word
      from kept, unnest(string_to_array(kept.words, ' ')) as found (word)
     where not exists (
        select from ticket_word known where known.company_id = kept.company_id and known.word = found.word);
    return null;
end $$;
create trigger ticket_search_written after insert on ticket_search
    referencing new table as kept for each statement execute function keep_ticket_words();
create trigger ticket_search_rewritten after update on ticket_search
    referencing new table as kept for each statement execute function keep_ticket_words();

-- With the id in the index, counting the live tickets that have a word does not read the tickets themselves.
drop index ticket_live_by_activity;
create index ticket_live_by_activity on ticket (company_id, active_at, number) include (id)
    where state in ('NEW', 'OPEN', 'PENDING');
