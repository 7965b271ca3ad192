# shellcheck shell=bash
# beistand relay and beistand drain: one more relay beside those of beistand run, and emptying one before an update.

# Runs one more relay in the foreground. Its secret is that of the helpdesk: BEISTAND_RELAY_SECRET, or the data folder's.
one_relay() {
  local port='' id='' helpdesk='http://127.0.0.1:8080' url='' folder='./data' options spool
  while [ $# -gt 0 ]; do
    [ $# -ge 2 ] || usage_error "$1 lacks its value"
    case "$1" in
      --port) port="$2" ;;
      --id) id="$2" ;;
      --helpdesk) helpdesk="$2" ;;
      --url) url="$2" ;;
      --data) folder="$2" ;;
      *) usage_error "relay does not know $1" ;;
    esac
    shift 2
  done
  require_port_number "$port"
  [[ "$id" =~ ^[A-Za-z0-9._-]{1,64}$ ]] || usage_error 'relay needs --id: a name that no other relay of this helpdesk has'
  find_jdk
  require_free_port "$port" relay
  [ -d "$RELAY_LIB" ] || build
  known_relay_secret "$folder"
  spool="$folder/spool-$id"
  (umask 077 && mkdir -p "$spool") || fail "cannot write into the data folder $folder"
  read -ra options <<<"${BEISTAND_RELAY_OPTS:-$RELAY_OPTS_DEFAULT}"
  export BEISTAND_RELAY_PORT="$port" BEISTAND_RELAY_ID="$id" BEISTAND_HELPDESK_URL="$helpdesk"
  export BEISTAND_RELAY_URL="${url:-ws://localhost:$port}" BEISTAND_RELAY_DATA="$spool" BEISTAND_BIND="${BEISTAND_BIND:-127.0.0.1}"
  say "Relay $id listens on port $port for $helpdesk."
  exec "$JAVA_HOME/bin/java" "${options[@]}" -Dfile.encoding=UTF-8 -cp "$RELAY_LIB/*" "$RELAY_MAIN"
}

# Tells the relay on --port to take no new session, send those it has to another one, and stop.
drain_relay() {
  local port='' folder='./data' answer
  while [ $# -gt 0 ]; do
    [ $# -ge 2 ] || usage_error "$1 lacks its value"
    case "$1" in
      --port) port="$2" ;;
      --data) folder="$2" ;;
      *) usage_error "drain does not know $1" ;;
    esac
    shift 2
  done
  require_port_number "$port"
  known_relay_secret "$folder"
  answer="$(post_drain "$port")"
  case "$answer" in
    HTTP/1.?\ 202*) say "The relay on port $port drains." ;;
    HTTP/1.?\ 401*) fail 'the relay has another secret than this data folder' ;;
    *) fail "no relay answers on port $port" ;;
  esac
}

known_relay_secret() {
  if [ -z "${BEISTAND_RELAY_SECRET-}" ]; then
    [ -s "$1/relay.secret" ] || fail "no relay.secret in $1: name the helpdesk's data folder (--data) or set BEISTAND_RELAY_SECRET"
    BEISTAND_RELAY_SECRET="$(cat "$1/relay.secret")"
  fi
  export BEISTAND_RELAY_SECRET
}

post_drain() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
    printf 'POST /drain HTTP/1.0\r\nHost: localhost:%s\r\nAuthorization: Bearer %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n' \
      "$1" "$BEISTAND_RELAY_SECRET" >&3
    timeout 5 cat <&3
  ) 2>/dev/null
}
