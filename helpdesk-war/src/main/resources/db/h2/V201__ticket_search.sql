-- The embedded database has no index for words inside a text; a search reads the company's words. It is meant for small
-- installations, and finds the same tickets as PostgreSQL.
create index ticket_search_by_company on ticket_search (company_id);
