-- What a relay is told with its heartbeat: sessions that go on at another one.
create table relay_move (
    session_id uuid not null,
    relay_id varchar(100) not null,
    moved_at timestamp(6) with time zone not null,
    primary key (session_id, relay_id)
);
create index relay_move_by_relay on relay_move (relay_id, moved_at);
