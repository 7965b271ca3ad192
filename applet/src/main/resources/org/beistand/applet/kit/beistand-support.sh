#!/bin/sh
# Starts the support program of this folder, with its own Java when it has one.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 1
java="$here/runtime/bin/java"
if [ ! -x "$java" ]; then
  java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
  version=$("$java" -version 2>&1 | sed -n '1s/.*"\([0-9]*\).*/\1/p')
  if [ "${version:-0}" -lt 25 ]; then
    echo "Beistand needs Java 25 or newer (found: ${version:-none}), for example from https://adoptium.net" >&2
    echo "Beistand braucht Java 25 oder neuer (gefunden: ${version:-keines}), zum Beispiel von https://adoptium.net" >&2
    exit 1
  fi
fi

# Ends the program with this script; what the program says last still counts.
end() {
  ended=yes
  kill -TERM "$program" 2>/dev/null
}

start() {
  # Memory: two places to allocate from keep together what many would scatter; what lives shortly needs little room; what
  # was allocated once goes back now and then. Tier4: the last compiler is for pictures, not for what each key runs once.
  # CompileThresholdScaling: and for the cipher, which is twenty times as fast with it.
  MALLOC_ARENA_MAX=2 "$java" -Xms16m -Xmn8m -Xmx256m -XX:+UseSerialGC -XX:MaxHeapFreeRatio=20 -XX:MinHeapFreeRatio=10 \
    -XX:TrimNativeHeapInterval=10000 -XX:CICompilerCount=2 -XX:Tier4InvocationThreshold=60000 -XX:Tier4CompileThreshold=60000 \
    -XX:CompileCommand=quiet "-XX:CompileCommand=CompileThresholdScaling,com.sun.crypto.provider.*::*,0.05" \
    -XX:ReservedCodeCacheSize=48m -Xss512k -XX:-UsePerfData -Xshare:auto \
    -Dawt.useSystemAAFontSettings=on --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dbeistand.home="$here" -Dbeistand.rehearse=true -cp "$here/lib/*" org.beistand.applet.Applet "$@" &
  program=$!
  wait "$program"
  code=$?
}

ended=no
trap end TERM INT HUP
crashes=0
start "$@"
# A crash of Java itself (SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGSEGV) does not end the session: the program comes back to it
# and asks for everything again. Who kills it, wants it gone.
while [ "$ended" = no ] && [ "$crashes" -lt 3 ]; do
  case "$code" in
    132 | 134 | 135 | 136 | 139) ;;
    *) break ;;
  esac
  crashes=$((crashes + 1))
  start "$@"
done
if [ "$ended" = yes ]; then
  wait "$program"
  code=$?
fi
exit "$code"
