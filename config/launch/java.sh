# shellcheck shell=bash
# Finds the JDK 25 that Beistand is built and run with, and Maven.

readonly JDK_WANTED=25

# Prints the feature release of the JDK in $1, or 0 when there is none with a compiler.
jdk_release() {
  local version=''
  [ -x "$1/bin/javac" ] || { say 0; return; }
  # The release file answers in no time; asking the JVM takes a while.
  [ -r "$1/release" ] && version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")"
  [ -n "$version" ] || version="$("$1/bin/javac" -version 2>/dev/null | sed -n 's/^javac \([0-9]*\).*/\1/p')"
  say "${version:-0}"
}

# Prints, one a line, every folder in which a JDK may live, the most wanted first.
jdk_places() {
  local javac
  [ -n "${JAVA_HOME-}" ] && say "$JAVA_HOME"
  # Tests set BEISTAND_JDK_PLACES to see what happens on a machine without any.
  if [ -n "${BEISTAND_JDK_PLACES+set}" ]; then
    say "$BEISTAND_JDK_PLACES"
  else
    printf '%s\n' /usr/lib/jvm/* "${HOME:-/root}"/.sdkman/candidates/java/* "${HOME:-/root}"/.jdks/* /opt/*
  fi
  # Whoever asked may have found a JDK already and stopped reading.
  javac="$(command -v javac)" && dirname "$(dirname "$(readlink -f "$javac")")" 2>/dev/null
}

# Sets and exports JAVA_HOME, or fails with one line.
find_jdk() {
  local place
  while IFS= read -r place; do
    if [ "$(jdk_release "$place")" -ge "$JDK_WANTED" ]; then
      JAVA_HOME="$(cd "$place" && pwd)"
      export JAVA_HOME
      return
    fi
  done < <(jdk_places)
  fail "no JDK $JDK_WANTED found: install one (Temurin $JDK_WANTED, say) or set JAVA_HOME to it"
}

find_maven() {
  command -v mvn >/dev/null || fail 'no Maven found: install it (apt-get install maven) so that mvn is on the PATH'
}

# Runs Maven on the house. Downloads are tried again, because one hiccup must not spoil a first build.
maven() {
  (cd "$HOUSE" && MAVEN_OPTS="${MAVEN_OPTS-} --sun-misc-unsafe-memory-access=allow" mvn -Dmaven.wagon.http.retryHandler.count=5 -Daether.connector.http.retryHandler.count=5 "$@")
}
