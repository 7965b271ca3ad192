-- Tickets and everything that happens to them. Each kind of timeline entry has a table of its own: a query for public
-- replies cannot return an internal note by forgetting a condition.

-- The next number of each company, locked for the moment a ticket is opened: numbers have no gaps that people ask about.
create table ticket_counter (
    company_id uuid primary key references company (id),
    next_number bigint not null
);

create table ticket (
    id uuid primary key,
    company_id uuid not null references company (id),
    number bigint not null,
    version bigint not null,
    subject varchar(200) not null,
    description varchar(20000) not null,
    state varchar(16) not null,
    priority integer not null,
    requester_id uuid not null references customer (id),
    channel_id uuid references intake_channel (id),
    assignee_id uuid references technician (id),
    created_at timestamp(6) with time zone not null,
    active_at timestamp(6) with time zone not null,
    unique (company_id, number)
);
-- Every list is sorted by last activity unless asked otherwise, and shows the first page of it. Each index below holds
-- one filter's rows of one company already in that order (read backwards for "newest first"), so that a page costs as
-- many rows as it shows. The number is the last column because it makes the order total: paging never repeats a row.
create index ticket_by_activity on ticket (company_id, active_at, number);
create index ticket_by_assignee on ticket (company_id, assignee_id, active_at, number);
create index ticket_by_state on ticket (company_id, state, active_at, number);
create index ticket_by_priority on ticket (company_id, priority, active_at, number);
create index ticket_by_requester on ticket (company_id, requester_id, active_at, number);
create index ticket_by_channel on ticket (company_id, channel_id, active_at, number);
-- Sorting by age is sorting by number; the unique index serves it.

-- The words of a ticket, its answers and its notes, folded for search (see SearchWords). Apart from the ticket so that
-- lists read narrow rows and indexing an answer does not touch the ticket's version. How they are indexed differs by
-- database: see V201.
create table ticket_search (
    ticket_id uuid primary key references ticket (id),
    company_id uuid not null references company (id),
    words text not null
);

create table ticket_public_reply (
    id uuid primary key,
    company_id uuid not null references company (id),
    ticket_id uuid not null references ticket (id),
    text varchar(20000) not null,
    attachments varchar(2000) not null,
    author_kind varchar(16) not null,
    author_id uuid,
    author_name varchar(200) not null,
    happened_at timestamp(6) with time zone not null
);
create index ticket_public_reply_by_ticket on ticket_public_reply (ticket_id, happened_at);

create table ticket_internal_note (
    id uuid primary key,
    company_id uuid not null references company (id),
    ticket_id uuid not null references ticket (id),
    text varchar(20000) not null,
    author_kind varchar(16) not null,
    author_id uuid,
    author_name varchar(200) not null,
    happened_at timestamp(6) with time zone not null
);
create index ticket_internal_note_by_ticket on ticket_internal_note (ticket_id, happened_at);

create table ticket_field_change (
    id uuid primary key,
    company_id uuid not null references company (id),
    ticket_id uuid not null references ticket (id),
    field varchar(16) not null,
    from_value varchar(20000) not null,
    to_value varchar(20000) not null,
    author_kind varchar(16) not null,
    author_id uuid,
    author_name varchar(200) not null,
    happened_at timestamp(6) with time zone not null
);
create index ticket_field_change_by_ticket on ticket_field_change (ticket_id, happened_at);

create table ticket_attachment (
    id uuid primary key,
    company_id uuid not null references company (id),
    ticket_id uuid not null references ticket (id),
    name varchar(200) not null,
    media_type varchar(100) not null,
    size bigint not null,
    sha256 varchar(64) not null,
    author_kind varchar(16) not null,
    author_id uuid,
    author_name varchar(200) not null,
    happened_at timestamp(6) with time zone not null
);
create index ticket_attachment_by_ticket on ticket_attachment (ticket_id, happened_at);

-- 256 KiB each (AttachmentBytes): a file of any size passes through a heap of any size.
create table ticket_attachment_chunk (
    attachment_id uuid not null references ticket_attachment (id),
    position integer not null,
    company_id uuid not null references company (id),
    bytes bytea not null,
    primary key (attachment_id, position)
);

create table ticket_session_entry (
    id uuid primary key,
    company_id uuid not null references company (id),
    ticket_id uuid not null references ticket (id),
    session_id uuid not null unique,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone not null,
    waiting_seconds bigint not null,
    outcome varchar(40) not null,
    participants varchar(4000) not null,
    permissions varchar(8000) not null,
    transcript_id uuid references ticket_attachment (id),
    author_kind varchar(16) not null,
    author_id uuid,
    author_name varchar(200) not null,
    happened_at timestamp(6) with time zone not null
);
create index ticket_session_entry_by_ticket on ticket_session_entry (ticket_id, happened_at);
