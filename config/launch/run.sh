# shellcheck shell=bash
# beistand run: starts helpdesk and relay, waits until both are well, watches them, stops them.

readonly HELPDESK_OPTS_DEFAULT='-Xmx448m -XX:+UseSerialGC -XX:MaxMetaspaceSize=256m -XX:+ExitOnOutOfMemoryError'
# Tier4: Java's last compiler is for what is hot by traffic, not for what twenty frames a second have run often enough (ADR 0505).
readonly RELAY_OPTS_DEFAULT='-Xmx96m -XX:+UseSerialGC -XX:Tier4InvocationThreshold=60000 -XX:Tier4CompileThreshold=60000 -XX:+ExitOnOutOfMemoryError -Dbeistand.rehearse=true'
readonly RELAY_MAIN='org.beistand.engine.relay.Relay'
# Far beyond the 45 s that a start may take on a slow machine with an old, large database to migrate.
readonly READY_WITHIN_SECONDS="${BEISTAND_READY_WITHIN_SECONDS:-180}"
# A relay hands its last events over and a helpdesk ends its transactions well within this.
readonly STOP_WITHIN_SECONDS=20

PORT=8080
DATA_FOLDER='./data'
DEMO=false
BUILD=true
HELPDESK_PID=''
# One entry for each relay, the first is number 1.
RELAY_COUNT=1
RELAY_PIDS=()
RELAY_URLS=()
RELAY_STARTED=()
STOPPING=false

run() {
  local relay
  read_run_options "$@"
  find_jdk
  check_settings
  require_free_port "$PORT" helpdesk
  for ((relay = 1; relay <= RELAY_COUNT; relay++)); do require_free_port "$((PORT + relay))" relay; done
  open_data_folder "$DATA_FOLDER"
  trap 'STOPPING=true' INT TERM HUP
  if $BUILD; then
    build_if_needed
  elif [ ! -e "$WAR" ]; then
    fail 'nothing is built yet: run without --no-build'
  fi
  $STOPPING && exit 0
  # Keys, attachments and logs are nobody else's business.
  umask 077
  start_both
  wait_until_ready
  $STOPPING || say "Beistand is ready: $(public_url)"
  watch_both
}

read_run_options() {
  while [ $# -gt 0 ]; do
    case "$1" in
      --port | --data | --relays)
        [ $# -ge 2 ] || usage_error "$1 lacks its value"
        case "$1" in --port) PORT="$2" ;; --data) DATA_FOLDER="$2" ;; --relays) RELAY_COUNT="$2" ;; esac
        shift
        ;;
      --demo) DEMO=true ;;
      --no-build) BUILD=false ;;
      *) usage_error "run does not know $1" ;;
    esac
    shift
  done
  require_port_number "$PORT"
  [[ "$RELAY_COUNT" =~ ^[1-9]$ ]] || usage_error "--relays must be a number from 1 to 9, not '$RELAY_COUNT'"
  [ -n "$DATA_FOLDER" ] || usage_error '--data lacks its value'
}

# What is wrong with the settings is said before anything is built.
check_settings() {
  local host_and_port
  case "${BEISTAND_PUBLIC_URL-}" in
    '' | https://?*) ;;
    *) fail "BEISTAND_PUBLIC_URL must begin with https:// (a reverse proxy ends TLS, see docs/operations.md)" ;;
  esac
  [ -n "${BEISTAND_DB_URL-}" ] || return 0
  if [[ "$BEISTAND_DB_URL" =~ ^jdbc:postgresql://([^/,:?]+)(:([0-9]+))?/ ]]; then
    host_and_port="${BASH_REMATCH[1]}/${BASH_REMATCH[3]:-5432}"
    timeout 10 bash -c "exec 3<>/dev/tcp/$host_and_port" 2>/dev/null ||
      fail "cannot reach the database at ${host_and_port/\//:} (BEISTAND_DB_URL)"
  fi
}

public_url() {
  say "${BEISTAND_PUBLIC_URL:-http://localhost:$PORT}" | sed 's,/*$,/,'
}

# The public address of relay number $1: the word of that number in BEISTAND_PUBLIC_RELAY_URL, if that is set.
public_relay_url() {
  local words
  if [ -n "${BEISTAND_PUBLIC_RELAY_URL-}" ]; then
    read -ra words <<<"$BEISTAND_PUBLIC_RELAY_URL"
    say "${words[$(($1 - 1))]-}"
  elif [ -n "${BEISTAND_PUBLIC_URL-}" ]; then
    say "wss://${BEISTAND_PUBLIC_URL#https://}" | sed 's,/*$,,'
  else
    say "ws://localhost:$((PORT + $1))"
  fi
}

start_both() {
  local relay
  BEISTAND_RELAY_SECRET="$(relay_secret)" || exit 1
  BEISTAND_BIND="${BEISTAND_BIND:-127.0.0.1}"
  # Before the public URL gets its default: only a configured one says where the relays are.
  for ((relay = 1; relay <= RELAY_COUNT; relay++)); do RELAY_URLS[relay]="$(public_relay_url "$relay")"; done
  BEISTAND_PUBLIC_URL="$(public_url)"
  export BEISTAND_RELAY_SECRET BEISTAND_BIND BEISTAND_PUBLIC_URL
  export BEISTAND_DATA="$DATA" BEISTAND_DEMO="$DEMO" BEISTAND_KITS="$KITS"
  prepare_payara
  say "Starting helpdesk and relay (logs: $DATA/log) ..."
  start_helpdesk
  for ((relay = 1; relay <= RELAY_COUNT; relay++)); do start_relay "$relay"; done
}

# Payara's own working files live in the data folder and are fresh at every start.
prepare_payara() {
  local listener='configs.config.server-config.network-config.network-listeners.network-listener.http-listener'
  rm -rf "$DATA/tmp"
  mkdir -p "$DATA/tmp" || fail "cannot write into the data folder $DATA"
  say "set $listener.address=$BEISTAND_BIND" >"$DATA/tmp/preboot"
}

# Starts "$@" in the background; it gets SIGTERM should this script be killed the hard way.
in_background() {
  if command -v setpriv >/dev/null; then
    exec setpriv --pdeathsig TERM -- "$@"
  fi
  exec "$@"
}

start_helpdesk() {
  local log="$DATA/log/helpdesk.log" options
  read -ra options <<<"${BEISTAND_HELPDESK_OPTS:-$HELPDESK_OPTS_DEFAULT}"
  keep_previous "$log"
  # shellcheck disable=SC2094 # both append to the log, neither reads it
  in_background "$JAVA_HOME/bin/java" "${options[@]}" \
    -Dfile.encoding=UTF-8 "-Djava.io.tmpdir=$DATA/tmp" --sun-misc-unsafe-memory-access=allow \
    -jar "$PAYARA" --port "$PORT" --prebootcommandfile "$DATA/tmp/preboot" \
    --logproperties "$HOUSE/config/launch/logging.properties" --nohazelcast --disablephonehome --contextroot / --deploy "$WAR" \
    > >(pass_on "$log") 2>>"$log" &
  HELPDESK_PID=$!
}

# Sorts the helpdesk's output: its words to whoever started it go to the terminal only (a generated password must not
# stay in a log), everything else goes to log $1. A refusal to start is also put down for the one who waits.
pass_on() {
  local line
  # It must outlive the helpdesk, not end with the terminal's Ctrl-C.
  trap '' INT TERM HUP
  while IFS= read -r line; do
    case "$line" in
      'beistand: cannot start: '*)
        say "$line" >>"$1"
        say "${line#beistand: }" >>"$DATA/tmp/refusal"
        ;;
      'beistand: '*) say "${line#beistand: }" ;;
      *) say "$line" >>"$1" ;;
    esac
  done
}

# Starts relay number $1. The first keeps the plain names; the others have their number.
start_relay() {
  local log="$DATA/log/relay.log" spool="$DATA/spool" options
  if [ "$1" -gt 1 ]; then
    log="$DATA/log/relay-$1.log"
    spool="$DATA/spool-$1"
  fi
  read -ra options <<<"${BEISTAND_RELAY_OPTS:-$RELAY_OPTS_DEFAULT}"
  RELAY_STARTED[$1]=$SECONDS
  # shellcheck disable=SC2153 # RELAY_LIB is config/launch/build.sh's
  # The relay is the process that strangers talk to: it is not told what it does not need.
  BEISTAND_RELAY_PORT="$((PORT + $1))" BEISTAND_HELPDESK_URL="http://127.0.0.1:$PORT" BEISTAND_RELAY_ID="relay-$1" \
    BEISTAND_RELAY_URL="${RELAY_URLS[$1]}" BEISTAND_RELAY_DATA="$spool" \
    in_background env -u BEISTAND_ADMIN_PASSWORD -u BEISTAND_DEMO_PASSWORD -u BEISTAND_PIN_KEY \
    -u BEISTAND_DB_URL -u BEISTAND_DB_USER -u BEISTAND_DB_PASSWORD \
    "$JAVA_HOME/bin/java" "${options[@]}" -Dfile.encoding=UTF-8 -cp "$RELAY_LIB/*" "$RELAY_MAIN" \
    >>"$log" 2>&1 &
  RELAY_PIDS[$1]=$!
}

# One older log is kept, so that the reason of a crash survives the restart after it.
keep_previous() {
  if [ -e "$1" ]; then mv -f "$1" "$1.1"; fi
}

wait_until_ready() {
  local deadline=$((SECONDS + READY_WITHIN_SECONDS))
  until is_ready; do
    $STOPPING && return
    [ ! -s "$DATA/tmp/refusal" ] || give_up 'the helpdesk refused to start'
    alive "$HELPDESK_PID" || give_up "the helpdesk ended while it was starting, see $DATA/log/helpdesk.log"
    all_relays_alive || give_up "a relay ended while it was starting, see $DATA/log/relay*.log"
    [ "$SECONDS" -lt "$deadline" ] || give_up "not ready after $READY_WITHIN_SECONDS s, see $DATA/log"
    pause 0.5
  done
}

# Stops what runs and fails with the helpdesk's own reason, if it gave one, else with $1.
give_up() {
  stop_both
  if [ -s "$DATA/tmp/refusal" ]; then fail "$(head -n 1 "$DATA/tmp/refusal")"; fi
  fail "$1"
}

# Ready means: the helpdesk says so, and it counts the relay and the database in.
is_ready() {
  [[ "$(http_get "$PORT" /health/ready)" == HTTP/1.?\ 200*'"relay"'* ]]
}

alive() {
  kill -0 "$1" 2>/dev/null
}

all_relays_alive() {
  local pid
  for pid in "${RELAY_PIDS[@]}"; do alive "$pid" || return 1; done
}

# A pause that a signal cuts short.
pause() {
  sleep "$1" &
  wait $!
}

# Stays until told to stop; heals the relays; ends when the helpdesk dies.
watch_both() {
  local relay
  while ! $STOPPING; do
    # Without bash's own notice of who was killed: what follows says it better.
    { wait -n "$HELPDESK_PID" "${RELAY_PIDS[@]}"; } 2>/dev/null
    $STOPPING && break
    if ! alive "$HELPDESK_PID"; then
      give_up "the helpdesk ended unexpectedly, see $DATA/log/helpdesk.log"
    fi
    for ((relay = 1; relay <= RELAY_COUNT; relay++)); do
      alive "${RELAY_PIDS[relay]}" || restart_relay "$relay"
    done
  done
  say 'Stopping ...'
  stop_both
  say 'Beistand has stopped.'
}

# Starts relay number $1 again: it died, or it was drained so that its new version can start.
restart_relay() {
  if wait "${RELAY_PIDS[$1]}" 2>/dev/null; then
    say "Relay $1 was drained and is started again."
  else
    say "Relay $1 ended unexpectedly and is started again."
  fi
  # One that keeps falling over at once must not turn the machine into a heater.
  [ $((SECONDS - RELAY_STARTED[$1])) -ge 5 ] || pause 2
  $STOPPING || start_relay "$1"
}

# The relays first: what they still have to report needs a helpdesk that listens.
stop_both() {
  local pid
  for pid in "${RELAY_PIDS[@]}"; do kill -TERM "$pid" 2>/dev/null; done
  for pid in "${RELAY_PIDS[@]}"; do stop_process "$pid" relay; done
  stop_process "$HELPDESK_PID" helpdesk
}

stop_process() {
  local deadline=$((SECONDS + STOP_WITHIN_SECONDS))
  [ -n "$1" ] || return 0
  kill -TERM "$1" 2>/dev/null
  while alive "$1"; do
    if [ "$SECONDS" -ge "$deadline" ]; then
      say "The $2 does not stop by itself and is killed."
      kill -KILL "$1" 2>/dev/null
      break
    fi
    sleep 0.1
  done
  wait "$1" 2>/dev/null
}
