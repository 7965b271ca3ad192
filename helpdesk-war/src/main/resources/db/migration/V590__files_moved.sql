-- Files that went from one computer to the other: as the applet noted them down, and as the ticket's card shows them.
alter table session_journal add column file_name varchar(255);
alter table session_journal add column file_bytes bigint;
alter table session_journal add column file_sha256 varchar(64);

create table ticket_session_file (
    id uuid primary key,
    company_id uuid not null references company (id),
    entry_id uuid not null references ticket_session_entry (id),
    position integer not null,
    moved_at timestamp(6) with time zone not null,
    technician varchar(200) not null,
    permission varchar(40) not null,
    name varchar(255) not null,
    bytes bigint not null,
    sha256 varchar(64) not null,
    unique (entry_id, position)
);

-- A card lists the first of them only; so many more were moved.
alter table ticket_session_entry add column more_files integer default 0 not null;
