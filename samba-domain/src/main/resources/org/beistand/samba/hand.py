"""Changes the domain's database by hand: reads commands, one block each, and says how each went."""
import base64
import sys

import ldb
from samba.auth import system_session
from samba.param import LoadParm
from samba.dcerpc import misc
from samba.ndr import ndr_unpack
from samba.samdb import SamDB
from samba.sd_utils import SDUtils

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
    elif command == "allow":
        place, who, attribute = block[1:4]
        sid = SDUtils(database).get_object_sid(who)
        found = database.search(database.get_schema_basedn(), expression="(lDAPDisplayName=%s)" % attribute,
                                attrs=["schemaIDGUID"])[0]
        guid = ndr_unpack(misc.GUID, found["schemaIDGUID"][0])
        SDUtils(database).dacl_add_ace(place, "(OA;;WP;%s;;%s)" % (guid, sid))
    elif command == "read":
        value = database.search(block[1], scope=ldb.SCOPE_BASE, attrs=[block[2]])[0].get(block[2])
        return base64.b64encode(value[0] if value else b"").decode()
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
