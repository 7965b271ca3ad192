-- Logins of browsers, so that they outlive the process that they were made at. Installation-wide, like api_token_login.
create table kept_login (
    token_hash varchar(64) primary key,
    account_id uuid not null references account (id),
    of_company uuid not null references company (id),
    since timestamp(6) with time zone not null,
    csrf_token varchar(64) not null
);
create index kept_login_since on kept_login (since);
