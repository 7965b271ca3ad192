# shellcheck shell=bash
# beistand practice: another system to connect Beistand to, for whoever has none at hand.

readonly DOUBLE_LIB="$HOUSE/service-now-double/target/dist/lib"

# beistand practice servicenow [--port N]
practise() {
  local port=8090
  [ "${1-}" = servicenow ] || usage_error 'practice what? (only: servicenow)'
  shift
  while [ $# -gt 0 ]; do
    [ "$1" = --port ] || usage_error "practice does not know $1"
    [ $# -ge 2 ] || usage_error '--port lacks its value'
    port="$2"
    shift 2
  done
  require_port_number "$port"
  find_jdk
  require_free_port "$port" ServiceNow
  # Never beside a helpdesk that runs from here, because of a source that was touched since.
  [ -d "$DOUBLE_LIB" ] || build
  exec "$JAVA_HOME/bin/java" -Xmx64m -Dfile.encoding=UTF-8 -cp "$DOUBLE_LIB/*" org.beistand.servicenow.PracticeInstance "$port"
}
