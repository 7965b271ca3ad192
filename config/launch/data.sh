# shellcheck shell=bash
# The data folder: database, logs, attachments and the relay's secret. One run at a time.

# Makes folder $1 ready and sets DATA to its absolute path.
open_data_folder() {
  # Trying is the only honest check: root passes every test of permission bits.
  if ! mkdir -p "$1/log" 2>/dev/null || ! (: >"$1/.lock") 2>/dev/null; then
    fail "cannot write into the data folder $1"
  fi
  DATA="$(cd "$1" && pwd)"
  exec {DATA_LOCK}<"$DATA/.lock"
  # The processes started inherit the lock: as long as one of them lives, the folder is in use.
  flock -n "$DATA_LOCK" || fail "the data folder $DATA is in use by another run"
}

# The secret that relay and helpdesk share; whoever reads it could pose as a relay.
relay_secret() {
  local file="$DATA/relay.secret"
  if [ ! -s "$file" ]; then
    (umask 077 && od -An -N32 -tx1 /dev/urandom | tr -d ' \n' >"$file.new" && mv "$file.new" "$file") ||
      fail "cannot write $file"
  fi
  cat "$file"
}
