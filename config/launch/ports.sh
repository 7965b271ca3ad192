# shellcheck shell=bash
# Ports and plain HTTP, with nothing but bash: a fresh machine has neither curl nor ss.

# True when somebody already listens on port $1 of this machine.
port_busy() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

require_free_port() {
  port_busy "$1" && fail "port $1 ($2) is busy: stop what uses it, or choose another with --port"
  return 0
}

require_port_number() {
  if ! [[ "$1" =~ ^[1-9][0-9]{0,4}$ ]] || [ "$1" -gt 65534 ]; then
    usage_error "--port must be a number from 1 to 65534, not '$1'"
  fi
}

# Prints the answer (status line, head and body) to GET http://127.0.0.1:$1$2; nothing when nobody answers.
http_get() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
    printf 'GET %s HTTP/1.0\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3
    timeout 5 cat <&3
  ) 2>/dev/null
}
