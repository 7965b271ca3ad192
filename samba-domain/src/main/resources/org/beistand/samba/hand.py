"""Changes the domain's database by hand: reads commands, one block each, and says how each went."""
import sys

import ldb
from samba.auth import system_session
from samba.param import LoadParm
from samba.samdb import SamDB

settings = LoadParm()
settings.load(sys.argv[1])
database = SamDB(session_info=system_session(), lp=settings)


def carry_out(block):
    command = block[0]
    if command == "rename":
        database.rename(block[1], block[2])
    elif command == "delete":
        database.delete(block[1])
    elif command == "rid":
        sid = database.search(block[1], scope=ldb.SCOPE_BASE, attrs=["objectSid"])[0]["objectSid"][0]
        return str(int.from_bytes(sid[-4:], "little"))
    elif command == "ldif":
        database.transaction_start()
        try:
            apply("\n".join(block[1:]))
        except Exception:
            database.transaction_cancel()
            raise
        database.transaction_commit()
    return ""


def apply(ldif):
    for kind, message in database.parse_ldif(ldif):
        if kind == ldb.CHANGETYPE_MODIFY:
            database.modify(message)
        else:
            database.add(message)


print("ready", flush=True)
lines = []
for line in sys.stdin:
    line = line.rstrip("\n")
    if line != "=end":
        lines.append(line)
        continue
    try:
        print("done " + carry_out(lines), flush=True)
    except Exception as failed:
        print("failed: " + repr(failed).replace("\n", " "), flush=True)
    lines = []
